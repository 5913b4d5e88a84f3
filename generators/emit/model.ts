import type { Artifact } from '../model/artifact.ts';
import { defaultLabelNames, type LabelNames } from '../model/label-names.ts';
import { files, stackUnit } from '../model/names.ts';
import type { Compiled } from '../model/observables.ts';
import type { Alert, Metric, Runbook, Service, Slo, Stack } from '../model/stack.ts';

/** What JSON can hold. */
type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** Where a definition was written is no part of what it means, nor is the compiler's own mark that raw PromQL has its test. */
const dropped: ReadonlySet<string> = new Set(['address', 'proof']);

const metricKinds: ReadonlySet<unknown> = new Set([
  'counter',
  'gauge',
  'histogram',
  'native-histogram',
  'summary',
  'info',
]);

function isMetric(value: object): value is Metric {
  return 'kind' in value && metricKinds.has(value.kind) && 'matchers' in value && 'labels' in value;
}

/** Values of a closed label; of an open one the most there can be, and those that are named. */
function labelsModel(labels: Metric['labels']): object {
  return Object.fromEntries(
    Object.entries(labels).map(([name, { values, atMost, open }]) => [name, open ? { atMost, values } : values]),
  );
}

function metricModel(metric: Metric): object {
  const { kind, name, unit, labels, matchers } = metric;
  const buckets = 'buckets' in metric ? { buckets: metric.buckets } : {};
  const quantiles = 'quantiles' in metric ? { quantiles: metric.quantiles } : {};
  return { kind, name, unit, labels: labelsModel(labels), matchers, ...buckets, ...quantiles };
}

/** Plain data: no functions, no symbols, nothing undefined, keys sorted by code unit, arrays in their order. */
function plain(value: unknown): Plain | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plain).filter((one) => one !== undefined);
  if (typeof value !== 'object') return undefined;
  const entries = Object.entries(isMetric(value) ? metricModel(value) : value)
    .filter(([key]) => !dropped.has(key))
    .flatMap(([key, one]): [string, Plain][] => {
      const inner = plain(one);
      return inner === undefined ? [] : [[key, inner]];
    });
  return Object.fromEntries(entries);
}

/** JSON with keys in code-unit order. JavaScript would put keys that are whole numbers first, whatever the order given. */
function print(value: Plain, margin = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${margin}  `;
  const lines = isList(value)
    ? value.map((one) => print(one, inner))
    : Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => `${JSON.stringify(key)}: ${print(one, inner)}`);
  const [open, close] = isList(value) ? '[]' : '{}';
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${inner}${line}`).join(',\n')}\n${margin}${close}`;
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** Canonical JSON of a value: two models mean the same exactly when their texts are the same. */
export function canonicalJson(value: object): string {
  return `${print(plain(value) ?? null)}\n`;
}

/** The names of labels are the stack's, and said there. */
const sloModel = ({ labels: _labels, ...slo }: Slo) => ({
  ...slo,
  runbook: slo.runbook.id,
  page: slo.page.id,
  ticket: slo.ticket.id,
});
const alertModel = (alert: Alert) => ({ ...alert, runbook: alert.runbook.id, severity: alert.severity.id });

/** The runbooks that a service's alerts lead to, with their text: a change of a page is a change of its units. */
function runbooksOf({ slos, alerts }: Service): readonly Runbook[] {
  const byId = new Map([...slos, ...alerts].map(({ runbook }) => [runbook.id, runbook]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function serviceModel(service: Service): object {
  return {
    ...service,
    team: service.team.id,
    evaluator: service.evaluator.id,
    page: service.page.id,
    dependsOn: service.dependsOn.map(({ id }) => id),
    slos: service.slos.map(sloModel),
    alerts: service.alerts.map(alertModel),
    runbooks: runbooksOf(service),
  };
}

/** What a severity or a team is called in labels is said where it is not its id. */
function labelledModel<T extends { readonly id: string; readonly label: string }>({ label, ...rest }: T): object {
  return label === rest.id ? rest : { ...rest, label };
}

const isDefault = (labels: LabelNames): boolean =>
  labels.severity === defaultLabelNames.severity &&
  labels.team === defaultLabelNames.team &&
  labels.environment === defaultLabelNames.environment;

/**
 * What belongs to no single unit. Services and their runbooks are not in it: two branches that each add one must merge.
 * Teams are told apart by the first line of each, lest git join the change of one to the removal of the one before. The
 * Alertmanager file that exists already is not ours to copy; it may hold secrets.
 */
function stackModel({
  services: _services,
  runbooks: _runbooks,
  teams,
  labels,
  external,
  existingDashboards,
  ...stack
}: Stack): object {
  const { existing, ...alertmanager } = stack.alertmanager;
  return {
    ...stack,
    ...(isDefault(labels) ? {} : { labels }),
    severities: stack.severities.map(labelledModel),
    teams: Object.fromEntries(teams.map((team) => [team.id, labelledModel(team)])),
    defaultTeam: stack.defaultTeam.id,
    watch: { page: stack.watch.page.id, ticket: stack.watch.ticket.id },
    alertmanager: { ...alertmanager, existing: existing !== undefined },
    ...besideModel({ external, existingDashboards }),
  };
}

/** What others wrote, by what the definitions say of it: the files themselves are not copied. */
function besideModel({ external, existingDashboards }: Pick<Stack, 'external' | 'existingDashboards'>): object {
  const alerts = external.map(({ id, file, team, evaluator, note }) => [
    id,
    { id, file, team: team?.id, evaluator: evaluator.id, note },
  ]);
  const dashboards = existingDashboards.map(({ id, file, folder }) => [id, { id, file, folder }]);
  return {
    ...(alerts.length === 0 ? {} : { external: Object.fromEntries(alerts) }),
    ...(dashboards.length === 0 ? {} : { existingDashboards: Object.fromEntries(dashboards) }),
  };
}

/** The resolved model as data, one file per unit: what a reviewer's tool compares. */
export function emitModel({ stack }: Compiled): readonly Artifact[] {
  const file = (unit: string, model: object): Artifact => ({
    path: `${stack.id}/${files.model(unit)}`,
    content: canonicalJson(model),
  });
  return [
    ...stack.services.map((service) => file(service.id, serviceModel(service))),
    file(stackUnit, stackModel(stack)),
  ];
}

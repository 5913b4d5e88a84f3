import { derive } from '../../generators/derive/index.ts';
import * as s from '../../generators/language/index.ts';
import type { Dashboard, Panel } from '../../generators/model/dashboard.ts';
import type { AlertEntry, Compiled, Observables } from '../../generators/model/observables.ts';
import type { RecordingRule, RuleFile } from '../../generators/model/rules.ts';
import { hasType, type Instant, parse } from '../../generators/promql/index.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';

const region = s.labelValues('eu-west', 'us-east');
export const requests = s.counter('http_requests_total', {
  help: 'Requests.',
  labels: { region, status: s.httpStatus, result: s.labelValues('ok', 'failed') },
});
export const duration = s.histogram('http_request_duration_seconds', {
  help: 'Time to answer.',
  labels: { region },
  buckets: ['10ms', '50ms', '60ms', '100ms'],
});
export const depth = s.gauge('job_depth', { help: 'Jobs waiting.', unit: 'count', labels: { region } });
export const probe = s.gauge('probe_success', {
  help: 'Whether the probe answered.',
  unit: 'count',
  labels: { region },
});
const failed = requests.where({ status: /5../ });

const pager = s.pagerduty({ routingKeyFile: '/etc/alertmanager/key', escalationPolicy: 'Web' });
const team = s.team({ id: 'web', title: 'Web', receivers: { page: pager } });
const nobody = s.webhook({ url: 'https://switch.example.org/beat' });
const P1 = s.severity({ id: 'P1', title: 'Critical', responseWithin: '30m', notify: ['page'] });
const P3 = s.severity({ id: 'P3', title: 'Low', responseWithin: '1d', notify: ['log'] });

const webDown = s.runbook({
  id: 'web-down',
  title: 'Web is down',
  firstSteps: [{ do: 'Look at the failures.', look: s.share(failed, requests, { by: ['region'] }) }],
});

const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: webDown } as const;
export const told = { severity: P1, impact: 'Pages do not open.', runbook: webDown } as const;

/** Any series will do: these tests read expressions, and promtool is asked elsewhere. */
export const proof = { given: { up: '1x9' }, quietAt: '1m', firesAt: '2m', clearsAt: '3m' } as const;

type ServiceInput = Parameters<typeof s.service>[0];
type StackInput = Parameters<typeof s.stack>[0];
type EvaluatorInput = Parameters<typeof s.prometheus>[0];

/** A service of everything that the language has, without a mistake. */
export const clean: ServiceInput = {
  id: 'web',
  title: 'Web',
  team,
  tier: 'critical',
  job: 'web',
  requests,
  duration,
  errors: { failed },
  expected: { peakRate: '1000/s', errorRatio: '0.1%', p99: '60ms' },
  signals: { Waiting: s.total(depth, { by: ['region'] }), Mean: s.mean(duration) },
  slos: {
    availability: s.availability(requests, { ...promise, bad: failed }),
    latency: s.latency(duration, { ...promise, within: '50ms', objective: '99%', per: ['region'] }),
    idle: s.ratio(requests, { ...promise, good: requests.where({ result: 'ok' }), noTraffic: 'bad', per: ['region'] }),
    rare: s.availability(requests, {
      ...promise,
      bad: failed,
      objective: '99%',
      noTraffic: 'unknown',
      minimumBadEvents: 5,
    }),
    up: s.uptime(probe, { ...promise }),
    slices: s.timeSlice({ ...promise, badWhile: s.above(s.p99(duration), '60ms') }),
  },
  alerts: {
    slow: s.alert({ ...told, when: s.above(s.p99(duration, { by: ['region'] }), '60ms'), for: '5m' }),
    band: s.alert({ ...told, when: s.outside(s.share(failed, requests), '1%', '60%'), for: '5m' }),
    lost: s.alert({ ...told, when: s.any(requests.where({ result: 'failed' })) }),
    probed: s.alert({ ...told, when: s.failsTimes(probe, 3, { by: ['region'] }) }),
    drifts: s.alert({ ...told, when: s.rising(s.mean(duration), { over: '1d', by: '5%' }), for: '10m' }),
    quiet: s.alert({ ...told, when: s.silent(requests), for: '5m' }),
    handmade: s.alert({
      ...told,
      when: s.proved(s.promql('count')`sum by (region) (rate(${requests}[5m])) > 500`, proof),
      for: '5m',
    }),
  },
};

export const evaluatorInput: EvaluatorInput = {
  id: 'main',
  version: '2.42',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '45d',
  externalLabels: { cluster: 'c1' },
  job: 'prometheus',
};

interface Changes {
  readonly service?: Partial<ServiceInput>;
  readonly stack?: Partial<StackInput>;
  readonly evaluator?: Partial<EvaluatorInput>;
  /** Files that exist, by the name that the stack uses. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The stack `prod` with one service, compiled up to the interlock. Throws where the definitions are broken. */
export function compiled({ service = {}, stack = {}, evaluator = {}, files = {} }: Changes = {}): Compiled {
  const severity = { page: P1, ticket: P3 };
  const definition = s.stack({
    id: 'prod',
    title: 'Production',
    environment: 'production',
    evaluators: [s.prometheus({ ...evaluatorInput, ...evaluator })],
    alertmanager: { version: '0.25', ownership: 'whole', job: 'alertmanager' },
    grafana: { version: '11.0', url: 'https://grafana.example.org', datasources: { metrics: 'prometheus' } },
    runbooks: { url: 'https://runbooks.example.org' },
    severities: [P1, P3],
    burn: { critical: severity, high: severity, normal: severity, low: severity },
    defaultTeam: team,
    expects: { label: 'region', values: region },
    services: [s.service({ ...clean, ...service })],
    heartbeat: s.heartbeat({ receiver: nobody, every: '1m' }),
    ...stack,
  });
  const shapes = checkShapes([definition]);
  const { stack: model, diagnostics } = resolveStack(definition, shapes.sound, new Map(Object.entries(files)));
  const problems = [...shapes.diagnostics, ...diagnostics].map(({ code, message }) => `${code}: ${message}`);
  if (model === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return derive(model);
}

/** The clean service with one more alert, of raw PromQL. */
export function withRaw(when: s.Condition<'unproved'>): Compiled {
  const raw = s.alert({ ...told, when: s.proved(when, proof), for: '5m' });
  return compiled({ service: { alerts: { raw } } });
}

/** What was compiled, with its observables changed: for mistakes that no definition can make. */
export function changed(of: Compiled, changes: Partial<Observables>): Compiled {
  return { ...of, observables: { ...of.observables, ...changes } };
}

/** The dashboard of the service changed, by a function of what it was. */
export function withBoard(change: (board: Dashboard) => Partial<Dashboard>): Compiled {
  const base = compiled();
  const dashboards = base.observables.dashboards.map((board) =>
    board.uid === webBoard(base).uid ? { ...board, ...change(board) } : board,
  );
  return changed(base, { dashboards });
}

/** The dashboard of the service. */
export function webBoard({ stack, observables }: Compiled): Dashboard {
  const uid = stack.services[0]?.dashboardUid;
  const board = observables.dashboards.find((one) => one.uid === uid);
  if (board === undefined) throw new Error('the service has no dashboard');
  return board;
}

/** The dashboard with another row of these panels. */
export function withPanels(...panels: readonly Panel[]): Compiled {
  return withBoard(({ rows }) => ({ rows: [...rows, { key: 'more', title: 'More', panels }] }));
}

/** The alert entry of an id changed, in its file of rules too. */
export function withAlert(id: string, change: (alert: AlertEntry) => AlertEntry): Compiled {
  const base = compiled();
  const before = base.observables.alerts.find((alert) => alert.id === id);
  if (before === undefined) throw new Error(`no alert ${id}`);
  const after = change(before);
  const alerts = base.observables.alerts.map((alert) => (alert === before ? after : alert));
  const ruleFiles = base.observables.ruleFiles.map((file) => ({
    ...file,
    groups: file.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => (rule === before.rule ? after.rule : rule)),
    })),
  }));
  return changed(base, { alerts, ruleFiles });
}

/** The clean stack with another recording in a group of its own. */
export function withRecording(record: string, expr: string, labels: RecordingRule['labels'] = {}): Compiled {
  const base = compiled();
  const rule: RecordingRule = { kind: 'recording', record, expr: expression(expr), labels };
  const group = { name: 'more', intervalMs: 60_000, queryOffsetMs: 0, rules: [rule] };
  const file: RuleFile = { unit: 'web', evaluator: 'main', groups: [group] };
  return changed(base, { ruleFiles: [...base.observables.ruleFiles, file] });
}

/** PromQL as an expression; throws where it does not parse. */
export function expression(text: string): Instant {
  const { expr, problems } = parse(text);
  if (expr === undefined || !hasType(expr, 'instant')) throw new Error(`${text}: ${JSON.stringify(problems)}`);
  return expr;
}

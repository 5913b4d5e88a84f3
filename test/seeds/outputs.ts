import { load } from 'js-yaml';
import { z } from 'zod';
import { found, type Tree } from '../short-video/tree.ts';

const texts = z.record(z.string(), z.string());
const ruleFile = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string().optional(),
          record: z.string().optional(),
          expr: z.string(),
          for: z.string().optional(),
          labels: texts,
          annotations: texts.optional(),
        }),
      ),
    }),
  ),
});

const step = z.object({ value: z.number().nullable() });
const panel = z.object({
  type: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  fieldConfig: z
    .object({
      defaults: z.object({
        unit: z.string().optional(),
        thresholds: z.object({ steps: z.array(step) }).optional(),
        mappings: z.array(z.unknown()).default([]),
      }),
      overrides: z.array(z.unknown()).default([]),
    })
    .optional(),
  targets: z.array(z.object({ expr: z.string().default(''), legendFormat: z.string().optional() })).default([]),
  transformations: z.array(z.object({ id: z.string(), options: z.record(z.string(), z.unknown()) })).default([]),
});
const dashboard = z.object({
  uid: z.string(),
  time: z.object({ from: z.string(), to: z.string() }),
  panels: z.array(panel.extend({ panels: z.array(panel).default([]) })),
});

const route = z.object({
  receiver: z.string(),
  matchers: z.array(z.string()).default([]),
  group_wait: z.string().optional(),
  continue: z.boolean().default(false),
});
const receiver = z.object({ name: z.string() }).catchall(z.unknown());
const alertmanager = z.object({
  route: z.object({ routes: z.array(route.extend({ routes: z.array(route).default([]) })) }),
  receivers: z.array(receiver),
});
const expectedRoutes = z.object({
  alerts: z.array(
    z.object({ alert: z.string(), receivers: z.array(z.object({ name: z.string(), after: z.string() })) }),
  ),
});
const model = z.object({
  severities: z.array(
    z.object({ id: z.string(), title: z.string(), responseMs: z.number(), notify: z.array(z.string()) }),
  ),
});

export type Panel = z.infer<typeof panel>;
export type Board = z.infer<typeof dashboard>;
export type Rule = z.infer<typeof ruleFile>['groups'][number]['rules'][number] & { readonly unit: string };
export type Outputs = ReturnType<typeof outputsOf>;

/** A stack's outputs as their readers see them: Prometheus, Grafana, Alertmanager, an engineer. */
export function outputsOf(tree: Tree) {
  const text = (path: string) => found(tree.get(`short-video/${path}`), path);
  const dashboards = [...tree].filter(([path]) => /\/grafana\/\w+\/.*\.json$/.test(path));
  return {
    rules: rulesOf(tree),
    dashboards: dashboards.map(([, json]) => dashboard.parse(JSON.parse(json))),
    alertmanager: alertmanager.parse(load(text('alertmanager/alertmanager.yaml'))),
    severities: model.parse(JSON.parse(text('model/stack.json'))).severities,
    page: (name: string) => text(`runbooks/${name}.md`),
    readme: text('README.md'),
    receiversOf: (unit: string, alert: string) =>
      expectedRoutes
        .parse(load(text(`alertmanager/routes/${unit}.yaml`)))
        .alerts.filter((one) => one.alert === alert)
        .map(({ receivers }) => receivers),
  };
}

function rulesOf(tree: Tree): readonly Rule[] {
  return [...tree].flatMap(([path, yaml]) => {
    const unit = /\/prometheus\/rules\/(.+)\.yaml$/.exec(path)?.[1];
    if (unit === undefined) return [];
    return ruleFile.parse(load(yaml)).groups.flatMap(({ rules }) => rules.map((rule) => ({ ...rule, unit })));
  });
}

/** The one alerting rule of a name. */
export function alertOf({ rules }: Outputs, name: string) {
  const [rule, ...others] = rules.filter(({ alert }) => alert === name);
  if (others.length > 0) throw new Error(`There are ${others.length + 1} alerts ${name}.`);
  const { annotations, ...rest } = found(rule, `the alert ${name}`);
  return { ...rest, annotations: annotations ?? {} };
}

export function boardOf({ dashboards }: Outputs, uid: string): Board {
  return found(
    dashboards.find((one) => one.uid === uid),
    `the dashboard ${uid}`,
  );
}

/** The panels of a dashboard by the title of their row, whether it is open or folded. */
export function rowsOf({ panels }: Board): ReadonlyMap<string, readonly Panel[]> {
  const rows = new Map<string, Panel[]>();
  let row: Panel[] = [];
  for (const one of panels) {
    if (one.type === 'row') row = [...one.panels];
    if (one.type === 'row') rows.set(one.title ?? '', row);
    else row.push(one);
  }
  return rows;
}

/** The panels of a dashboard, those in folded rows included. */
export function panelsIn({ panels }: Board): readonly Panel[] {
  return panels.flatMap((one) => [one, ...one.panels]).filter(({ type }) => type !== 'row');
}

/** The one panel of a title. */
export function panelOf(outputs: Outputs, uid: string, title: string): Panel {
  return found(
    panelsIn(boardOf(outputs, uid)).find((one) => one.title === title),
    `the panel ${title} of ${uid}`,
  );
}

/** The values of a panel's threshold lines. */
export function linesOf({ fieldConfig }: Panel): readonly number[] {
  return (fieldConfig?.defaults.thresholds?.steps ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
}

/** The columns of a table, as their heads read, from left to right. */
export function columnsOf({ transformations }: Panel): readonly string[] {
  const organize = found(
    transformations.find(({ id }) => id === 'organize'),
    'organize',
  );
  const { indexByName, renameByName } = z
    .object({ indexByName: z.record(z.string(), z.number()), renameByName: texts })
    .parse(organize.options);
  const names = Object.entries(indexByName).sort(([, a], [, b]) => a - b);
  return names.map(([name]) => renameByName[name] ?? name);
}

/** The numbered lines below a page's `First steps`. */
export function firstStepsOf(page: string): readonly string[] {
  const section = found(page.split(/^## First steps.*$/m)[1], 'First steps').split(/^(?:## |<a )/m)[0] ?? '';
  return [...section.matchAll(/^\d+\. (.+)$/gm)].map(([, step]) => step ?? '');
}

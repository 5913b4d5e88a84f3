import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Fields, fieldsOf, listOf, panelName, rawDashboards, textOf } from './raw-dashboard.ts';
import { nameable } from './words.ts';

/** What Grafana itself answers to, and the names under which the stack's sources are provisioned. */
const always: readonly string[] = [
  '',
  'default',
  'grafana',
  '-- Grafana --',
  '-- Mixed --',
  '-- Dashboard --',
  '__expr__',
  'Metrics',
  'Logs',
  'Traces',
];

const isVariable = (name: string): boolean => /^(?:\$|\[\[)/.test(name);
const nameOf = (datasource: unknown): string =>
  typeof datasource === 'string' ? datasource : textOf(fieldsOf(datasource).uid);

function findings(compiled: Compiled): readonly Finding[] {
  const { metrics, logs, traces } = compiled.stack.grafana.datasources;
  const uids = [metrics, ...(logs === undefined ? [] : [logs]), ...(traces === undefined ? [] : [traces])];
  const known = new Set([...always, ...uids]);
  return rawDashboards(compiled).flatMap(({ panels, variables, annotations, file, address }) => {
    const first = new Map<string, string>();
    const note = (where: string, of: Fields) => {
      const name = nameOf(of.datasource);
      if (!known.has(name) && !isVariable(name) && !first.has(name)) first.set(name, where);
    };
    for (const panel of panels) for (const of of [panel, ...listOf(panel.targets)]) note(panelName(panel), of);
    for (const one of variables) note(`the variable ${nameable(textOf(one.name))}`, one);
    for (const one of annotations) note(`the annotation "${nameable(textOf(one.name))}"`, one);
    return [...first].map(([name, where]) => ({
      address,
      message: `${where} of ${file} asks the data source ${nameable(name)}, and the stack has ${uids.join(', ')}`,
      cure: 'Choose one of these in Grafana, or a variable of data sources, and export the dashboard again.',
    }));
  });
}

/** A data source that is not there. */
export const dataSource: Rule = {
  code: 'existing/data-source',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'An existing dashboard asks only data sources that the stack has.',
    cause: 'Uids of data sources are those of the Grafana that it was exported from; here its panels say "not found".',
    cure: 'Use the uids of the stack (`grafana.datasources`), or a variable of the type data source.',
  },
  check: findings,
};

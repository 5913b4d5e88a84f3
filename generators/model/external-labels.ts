import {
  type Expr,
  inferLabels,
  type Labels,
  type LabelsOf,
  type Presence,
  presenceOf,
  type SelectorNode,
} from '../promql/index.ts';
import { anyLabels, eitherOf, withLabels } from '../promql/label-set.ts';
import type { ExternalAlerts, ExternalRecording } from './beside.ts';

/** Recordings of others by name, with the labels of their series as far as the expressions tell. */
export interface ExternalSeries {
  readonly names: () => readonly string[];
  readonly recordingsOf: (name: string) => readonly ExternalRecording[];
  readonly labelsOf: LabelsOf;
}

/** What the files of others record. Each rule is looked at once; one that reads itself has any labels. */
export function externalSeries(external: readonly ExternalAlerts[]): ExternalSeries {
  const byName = new Map<string, ExternalRecording[]>();
  for (const rule of external.flatMap(({ recordings }) => recordings)) {
    byName.set(rule.record, [...(byName.get(rule.record) ?? []), rule]);
  }
  const found = new Map<ExternalRecording, Labels>();
  const recorded = (rule: ExternalRecording): Labels => {
    const known = found.get(rule);
    if (known !== undefined) return known;
    found.set(rule, anyLabels);
    const labels = withLabels(labelsOfExpr(rule.expr, labelsOf), 'always', ...Object.keys(rule.labels));
    found.set(rule, labels);
    return labels;
  };
  const labelsOf: LabelsOf = (selector) => {
    const rules = byName.get(nameIn(selector)) ?? [];
    if (rules.length === 0) return undefined;
    return present(rules.map(recorded).reduce(eitherOf));
  };
  return { names: () => [...byName.keys()], recordingsOf: (name) => byName.get(name) ?? [], labelsOf };
}

/** The labels of an expression's result; any where it does not parse. */
function labelsOfExpr(expr: Expr | undefined, labelsOf: LabelsOf): Labels {
  return expr === undefined ? anyLabels : inferLabels(expr, labelsOf);
}

/** Whether the result of an expression of others carries a label. */
export function presenceIn(expr: Expr | undefined, labelsOf: LabelsOf): (label: string) => Presence {
  const labels = labelsOfExpr(expr, labelsOf);
  return (label) => presenceOf(labels, label);
}

function nameIn({ name, matchers }: SelectorNode): string {
  return name ?? matchers.find(({ label, op }) => label === '__name__' && op === '=')?.value ?? '';
}

function present({ known, others }: Labels): ReadonlyMap<string, 'always' | 'maybe'> | undefined {
  if (others === 'maybe') return undefined;
  const entries = [...known].flatMap(([label, presence]) =>
    presence === 'never' || label === '__name__' ? [] : [[label, presence] as const],
  );
  return new Map(entries);
}

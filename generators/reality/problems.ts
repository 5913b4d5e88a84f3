import { inside } from '../diagnostics/diagnostic.ts';
import type { ObservedFamily } from '../exposition/observed.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import type { Survey } from '../interlock/survey/index.ts';
import type { Compiled } from '../model/observables.ts';
import type { Metric } from '../model/stack.ts';
import { printNode, type SelectorNode } from '../promql/index.ts';
import { boundProblems, misspeltBound } from './bounds.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { jobProblems, missingJob } from './jobs.ts';
import { closedValues, unmetValue } from './label-values.ts';
import { labelProblems, missingLabel } from './labels.ts';
import { metricType } from './metric-type.ts';
import { missingMetric, missingPart } from './missing-metric.ts';
import { unseenMonitoring } from './monitoring.ts';
import type { Problem } from './problem.ts';
import type { View } from './view.ts';

/** What differs, and which difference it is that a selector finds nothing for. */
export interface Problems {
  /** How many were compared. */
  readonly metrics: number;
  /** All that were found so far: asking why selectors find nothing finds more. */
  readonly found: () => readonly Problem[];
  /** None where the selector finds something. */
  readonly behind: (selector: SelectorNode) => readonly Problem[];
}

/** Compares the declarations of a stack at once, and its selectors as they are asked about. */
export function problemsIn(compiled: Compiled, survey: Survey, view: View): Problems {
  const { stack } = compiled;
  const undeclared = undeclaredFamilies(survey, view);
  const jobs = [...jobProblems(stack, view)];
  const byMetric = new Map<string, Problem[]>();
  const unseen = unseenMonitoring(compiled, view);
  for (const [name, declared] of survey.declared) {
    if (!unseen.has(name)) byMetric.set(name, [...declaredProblems(declared, undeclared, view)]);
  }

  const jobBehind = (job: string, metric: Metric | undefined): readonly Problem[] => {
    const known = jobs.filter(({ explains }) => explains({ kind: 'job', job }));
    if (known.length > 0) return known;
    const place = metric === undefined ? undefined : survey.declared.get(metric.name)?.address.place;
    const more = missingJob(job, inside(stack.address, `job ${job}`, place), view);
    jobs.push(more);
    return [more];
  };
  const problemBehind = (gap: Gap): readonly Problem[] => {
    if (gap.kind === 'job') return jobBehind(gap.job, gap.metric);
    const known = byMetric.get(gap.metric.name);
    const declared = survey.declared.get(gap.metric.name);
    if (known === undefined || declared === undefined) return [];
    const own = known.filter(({ explains }) => explains(gap));
    if (own.length > 0) return own;
    const more = gapProblem(gap, declared);
    known.push(more);
    return [more];
  };
  return {
    metrics: byMetric.size,
    found: () => [...jobs, ...[...byMetric.values()].flat()],
    behind: remembered((selector) => gapsOf(selector, survey.seriesOf(selector), view).flatMap(problemBehind)),
  };
}

/** Panels, rules and pages ask for the same selectors again. */
function remembered(behind: Problems['behind']): Problems['behind'] {
  const known = new Map<string, readonly Problem[]>();
  return (selector) => {
    const { name, matchers } = selector;
    const key = printNode({ kind: 'selector', ...(name === undefined ? {} : { name }), matchers });
    const problems = known.get(key) ?? behind(selector);
    known.set(key, problems);
    return problems;
  };
}

function declaredProblems(declared: Declared, undeclared: readonly ObservedFamily[], view: View): readonly Problem[] {
  return [
    ...missingMetric(declared, undeclared, view),
    ...metricType(declared, view),
    ...labelProblems(declared, view),
    ...closedValues(declared, view),
    ...boundProblems(declared, view),
  ];
}

function gapProblem(gap: Exclude<Gap, { kind: 'job' }>, declared: Declared): Problem {
  switch (gap.kind) {
    case 'name':
      return missingPart(declared, gap.suffix);
    case 'label':
      return missingLabel(declared, gap.label, []);
    case 'bound':
      return misspeltBound(declared, gap.matcher);
    case 'value':
      return unmetValue(declared, gap);
  }
}

/** Families that no definition of the stack names: one of them may be what a missing metric has become. */
function undeclaredFamilies({ declared, names }: Survey, { families }: View): readonly ObservedFamily[] {
  const known = new Set([...declared.keys(), ...names()]);
  return [...families.values()].filter(({ name, series }) => !known.has(name) && series.length > 0);
}

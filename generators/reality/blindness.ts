import type { Survey } from '../interlock/survey/index.ts';
import type { Use } from '../interlock/survey/uses.ts';
import type { RecordingRule } from '../model/rules.ts';
import { printNode, type SelectorNode } from '../promql/index.ts';
import { answers, type Outcome, outcomeOf } from './emptiness.ts';
import type { Problem } from './problem.ts';
import type { Problems } from './problems.ts';

/** An expression that does not see what it was written for, because of one problem. */
export interface Blinded {
  readonly use: Use;
  /** `fallback`: something is returned, but another side of an `or` answers, or a NaN. */
  readonly returns: 'nothing' | 'fallback';
  /** Those of its selectors that find nothing, or read what a blinded rule records. */
  readonly selectors: readonly string[];
}

/** What one selector finds nothing for. */
interface Cause {
  readonly problem: Problem;
  readonly selector: SelectorNode;
}

/** For each problem every rule, panel and page that it blinds, itself or through what rules record. */
export function blindedBy(
  { rules, runbooks, boards, seriesOf }: Survey,
  { behind }: Problems,
): ReadonlyMap<Problem, readonly Blinded[]> {
  const read = reader(seriesOf, behind);
  const blinded = new Map<Problem, Blinded[]>();
  for (const use of [...rules, ...runbooks, ...boards]) {
    const { empty, causes } = outcomeOf(use.expr.node, read);
    for (const [problem, selectors] of byProblem(causes)) {
      // What comes with the first event is what an `or` is written for.
      if (!empty && !problem.lasts) continue;
      const list = blinded.get(problem) ?? [];
      blinded.set(problem, list);
      list.push({ use, returns: empty ? 'nothing' : 'fallback', selectors });
    }
  }
  return blinded;
}

type Read = (selector: SelectorNode) => Outcome<Cause>;

function reader(seriesOf: Survey['seriesOf'], behind: Problems['behind']): Read {
  const known = new Map<RecordingRule, Outcome<Problem>>();
  // Before its first evaluation there is nothing of what a rule records: one that reads itself finds nothing at first.
  const beginning: Outcome<Problem> = { empty: true, causes: [] };

  const recorded = (rule: RecordingRule): Outcome<Problem> => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    known.set(rule, beginning);
    const { empty, causes } = outcomeOf(rule.expr.node, read);
    const problems = [...new Set(causes.map(({ problem }) => problem))];
    const outcome = empty && problems.length === 0 ? answers : { empty, causes: problems };
    known.set(rule, outcome);
    return outcome;
  };
  const read: Read = (selector) => {
    const series = seriesOf(selector);
    const { empty, causes } =
      series.kind === 'recorded'
        ? ofWriters(series.writers.map(({ rule }) => recorded(rule)))
        : ofProblems(behind(selector));
    return { empty, causes: causes.map((problem) => ({ problem, selector })) };
  };
  return read;
}

const ofProblems = (problems: readonly Problem[]): Outcome<Problem> => ({
  empty: problems.length > 0,
  causes: problems,
});

/** One rule that writes as it was meant to is enough. */
function ofWriters(writers: readonly Outcome<Problem>[]): Outcome<Problem> {
  const sound = writers.some(({ empty, causes }) => !empty && causes.length === 0);
  if (sound || writers.length === 0) return answers;
  return { empty: writers.every(({ empty }) => empty), causes: writers.flatMap(({ causes }) => causes) };
}

function byProblem(causes: readonly Cause[]): ReadonlyMap<Problem, readonly string[]> {
  const texts = new Map<Problem, Set<string>>();
  for (const { problem, selector } of causes) {
    const set = texts.get(problem) ?? new Set();
    texts.set(problem, set.add(printNode(selector)));
  }
  return new Map([...texts].map(([problem, set]) => [problem, [...set].sort()]));
}

import type { Compiled } from '../../model/observables.ts';
import { type Node, type SelectorUse, selectorsOf } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import type { Series } from '../survey/series.ts';
import { ofCounters, ofPresence } from './functions.ts';

function isCounter(series: Series): boolean {
  if (series.kind !== 'declared') return false;
  const { kind } = series.metric;
  return kind === 'counter' || kind === 'histogram' || (kind === 'summary' && series.suffix !== '');
}

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '>=', '<', '<=']);

/** Whether the value of a selector, not only its presence or growth, reaches a comparison. */
function isCompared({ selector, enclosing, ancestors }: SelectorUse): boolean {
  if (enclosing.some((name) => ofCounters.has(name) || ofPresence.has(name))) return false;
  let inner: Node = selector;
  for (const outer of ancestors.toReversed()) {
    if (outer.kind === 'binary') {
      if (comparisons.has(outer.op)) return true;
      const decides = outer.op === 'and' || outer.op === 'unless';
      if (decides && outer.right === inner) return false;
      if (outer.op === 'unless' && isBirth(selector.name, outer.right)) return false;
    }
    inner = outer;
  }
  return false;
}

/** `x unless present_over_time(x[1h] offset 5m)`: what a series that is new has counted, it has counted since. */
function isBirth(name: string | undefined, right: Node): boolean {
  return selectorsOf({ type: 'instant', node: right }).some(
    ({ selector, enclosing }) => selector.name === name && enclosing.some((one) => ofPresence.has(one)),
  );
}

function findings(compiled: Compiled): readonly Finding[] {
  const { rules, seriesOf } = surveyOf(compiled);
  return rules.flatMap(({ selectors, name, address }) =>
    selectors
      .filter((use) => isCounter(seriesOf(use.selector)) && isCompared(use))
      .map(({ selector }) => ({
        address,
        message: `${name} compares ${selector.name}, which counts since its last restart`,
        cure: 'Compare its rate or its increase.',
      })),
  );
}

/** A count since the start of a process, compared with a limit. */
export const counterCompared: Rule = {
  code: 'promql/counter-compared',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A counter is compared by its rate or its increase.',
    cause:
      'A counter only grows: whatever the limit, the alert begins one day and stays until the process restarts, and then it is quiet whatever happens.',
    cure: 'Wrap the counter: rate(x[5m]) or increase(x[1h]).',
  },
  check: findings,
};

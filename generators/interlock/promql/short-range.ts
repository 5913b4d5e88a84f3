import type { Compiled } from '../../model/observables.ts';
import { SCRAPES_PER_RANGE } from '../../policy/burn-rates.ts';
import { type Node, printDuration, type SelectorNode, type SelectorUse } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';
import type { RuleUse, Use } from '../survey/uses.ts';
import { ofSlopes } from './functions.ts';

/** How long a range must be, and why. */
interface Need {
  readonly leastMs: number;
  readonly because: string;
}

const callAround = (ancestors: readonly Node[]): string => {
  const call = ancestors.findLast((node) => node.kind === 'call');
  return call?.kind === 'call' ? call.name : '';
};

function scrapesNeeded({ ancestors }: SelectorUse, { evaluator }: Use): Need {
  const { scrapeMs } = evaluator;
  const call = callAround(ancestors);
  if (!ofSlopes.has(call)) return { leastMs: scrapeMs, because: `one scrape is ${printDuration(scrapeMs)}` };
  const leastMs = SCRAPES_PER_RANGE * scrapeMs;
  return { leastMs, because: `${call} needs four scrapes, ${printDuration(leastMs)}` };
}

/**
 * Two intervals of whoever writes the series. A reader in the writer's own group runs right after it and has two samples in
 * any range longer than one interval; a range as long as the reader's own interval reads every sample exactly once.
 */
function intervalsNeeded(selector: SelectorNode, use: RuleUse, survey: Survey): Need | undefined {
  const series = survey.seriesOf(selector);
  if (series.kind !== 'recorded') return undefined;
  const needs = series.writers.map(({ group }): Need => {
    const { intervalMs } = group;
    const text = printDuration(intervalMs);
    const because = `${selector.name} is recorded every ${text}`;
    if (group === use.group) return { leastMs: intervalMs + 1, because };
    return { leastMs: selector.range === use.group.intervalMs ? intervalMs : 2 * intervalMs, because };
  });
  return needs.toSorted((a, b) => b.leastMs - a.leastMs)[0];
}

function needOf(use: SelectorUse, of: Use, survey: Survey): Need | undefined {
  if (survey.seriesOf(use.selector).kind === 'declared') return scrapesNeeded(use, of);
  return isRule(of) ? intervalsNeeded(use.selector, of, survey) : undefined;
}

const isRule = (use: Use | RuleUse): use is RuleUse => 'group' in use;

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  return [...survey.rules, ...survey.runbooks, ...survey.boards].flatMap((of) =>
    of.selectors.flatMap((use): readonly Finding[] => {
      const { range, name } = use.selector;
      if (typeof range !== 'number') return [];
      const need = needOf(use, of, survey);
      if (need === undefined || range >= need.leastMs) return [];
      const message = `${of.name} reads ${name} over ${printDuration(range)}, and ${need.because}`;
      const cure = `Read at least ${printDuration(Math.ceil(need.leastMs / 1000) * 1000)}.`;
      return [{ address: of.address, message, cure }];
    }),
  );
}

/** A range that a single missed scrape empties. */
export const shortRange: Rule = {
  code: 'promql/short-range',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A range holds four scrapes of a raw series, or two evaluations of a recorded one.',
    cause:
      'A rate needs two samples. In a range of two scrapes one missed scrape leaves one, the expression returns nothing, and the alert resolves in the middle of the outage.',
    cure: 'Read a longer range (`over`), or scrape or evaluate more often.',
  },
  check: findings,
};

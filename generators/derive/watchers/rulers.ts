import { any, type Counter, silent } from '../../language/index.ts';
import type { Evaluator } from '../../model/stack.ts';
import { BUDGET_INTERVAL_MS } from '../slo/plan.ts';
import { lasting, MINUTE_MS, type Watcher } from './watcher.ts';

/** What Prometheus and the ruler of Mimir both say, under names of their own. */

/**
 * How long a failure of a group stays in sight: until the slowest of our groups has run again. What must last longer than
 * that has happened in two runs or more. One failed run, when a release changes a label or a query times out, costs an alert
 * less than a minute, and the next run sees it all again: nobody is woken for it.
 */
const inSightMs = ({ scrapeMs }: Evaluator): number => BUDGET_INTERVAL_MS + 4 * scrapeMs;

export function rulesFail(failures: Counter, evaluator: Evaluator): Watcher {
  return {
    key: 'rulesFail',
    urgency: 'page',
    signal: 'errors',
    title: 'Failed rule evaluations',
    says: 'fails to evaluate rules',
    impact: 'The alerts and SLOs of the rule are blind.',
    when: any(failures, { within: lasting(inSightMs(evaluator)) }),
    forMs: inSightMs(evaluator) + MINUTE_MS,
    page: 'rules-fail',
  };
}

/** A run that was left out is made good by the next; a server that is too slow goes on leaving them out. */
export function rulesMissed(missed: Counter, evaluator: Evaluator): Watcher {
  return {
    key: 'rulesMissed',
    urgency: 'ticket',
    signal: 'saturation',
    title: 'Missed runs of rule groups',
    says: 'leaves out runs of groups of rules',
    impact: 'Alerts fire late, and SLOs miss the events of the runs that were left out.',
    when: any(missed, { within: lasting(inSightMs(evaluator)) }),
    forMs: inSightMs(evaluator) + MINUTE_MS,
    page: 'rules-fail',
  };
}

/** Without it a misspelt job would look like a server without failures. */
export function rulesUnseen(evaluations: Counter, { scrapeMs }: Evaluator): Watcher {
  return {
    key: 'rulesUnseen',
    urgency: 'ticket',
    signal: 'traffic',
    title: 'Rule evaluations that it tells of',
    says: 'does not see itself evaluate rules',
    impact: 'The alerts on its own failures are blind.',
    when: silent(evaluations, { within: lasting(Math.max(10 * MINUTE_MS, 4 * scrapeMs)) }),
    forMs: 5 * MINUTE_MS,
    page: 'rules-fail',
  };
}

/**
 * Alerts that fire are sent again every minute (`--rules.alert.resend-delay`), the heartbeat for one: while no Alertmanager
 * takes them, some are dropped in any such time. A restart of Alertmanager is shorter than the time for which it must last.
 */
export function alertsDropped(dropped: Counter, { scrapeMs }: Evaluator): Watcher {
  const withinMs = MINUTE_MS + 4 * scrapeMs;
  return {
    key: 'alertsDropped',
    urgency: 'page',
    signal: 'errors',
    title: 'Dropped alerts',
    says: 'drops alerts, because no Alertmanager takes them',
    impact: 'Nobody is told of anything that only this server sees.',
    when: any(dropped, { within: lasting(withinMs) }),
    forMs: withinMs + MINUTE_MS,
    page: 'alerts-not-sent',
  };
}

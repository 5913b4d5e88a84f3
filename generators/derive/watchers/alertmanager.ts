import { alertmanager as own } from '../../exporters/index.ts';
import { above, below, lowest, promql, proved, share, silent } from '../../language/index.ts';
import type { Evaluator } from '../../model/stack.ts';
import { quote } from '../../promql/index.ts';
import { MINUTE_MS, over, proofOf, type Watcher } from './watcher.ts';

const TEN_MINUTES = 10 * MINUTE_MS;

/** What an evaluator that scrapes Alertmanager under this job can know of it. */
export function watchersOfAlertmanager(evaluator: Evaluator, job: string): readonly Watcher[] {
  return [
    notificationsFail(evaluator, job),
    alertmanagerUnheard(evaluator, job),
    routesRefused(job),
    clusterSplit(job),
  ];
}

function notificationsFail(evaluator: Evaluator, job: string): Watcher {
  const reading = { over: over(evaluator, 5 * MINUTE_MS), by: ['integration'] } as const;
  const failed = share(own.notificationsFailed.where({ job }), own.notifications.where({ job }), reading);
  return {
    key: 'notificationsFail',
    urgency: 'page',
    signal: 'errors',
    title: 'Failed notifications',
    says: 'cannot send notifications',
    impact: 'Whoever is told that way is not told.',
    when: above(failed, '1%'),
    // Longer than a single failure stays in sight.
    forMs: 6 * MINUTE_MS,
    page: 'notifications-fail',
  };
}

/** Heartbeats are sent to it every minute, so an Alertmanager that receives nothing is cut off, or is not scraped. */
function alertmanagerUnheard(evaluator: Evaluator, job: string): Watcher {
  return {
    key: 'alertmanagerUnheard',
    urgency: 'ticket',
    signal: 'traffic',
    title: 'Alerts that Alertmanager receives',
    says: 'receives no alerts, or is not seen',
    impact: 'The alerts on its failures are blind; it may tell nobody.',
    when: silent(own.alertsReceived.where({ job }), { within: over(evaluator, TEN_MINUTES) }),
    forMs: 5 * MINUTE_MS,
    page: 'notifications-fail',
  };
}

function routesRefused(job: string): Watcher {
  return {
    key: 'routesRefused',
    urgency: 'ticket',
    signal: 'errors',
    title: "Alertmanager's last configuration was taken",
    says: 'refused its last configuration',
    impact: 'It goes on with the routes of before, and will not start again after a restart.',
    when: below(lowest(own.reloadSucceeded.where({ job })), 1),
    forMs: TEN_MINUTES,
    page: 'configuration-refused',
  };
}

function clusterSplit(job: string): Watcher {
  const members = own.clusterMembers.where({ job });
  const of = (instance: string) => `${members.name}{job=${quote(job)},instance="${instance}"}`;
  return {
    key: 'clusterSplit',
    urgency: 'ticket',
    signal: 'errors',
    title: 'Members of the cluster that one does not see',
    says: 'has members that do not see each other',
    impact: 'Each side tells people of everything: they hear twice, and silences hold on one side only.',
    when: proved(
      promql('count')`count(${members}) - min(${members}) > 0`,
      proofOf({ [of('a')]: [2, 2], [of('b')]: [2, 1] }, TEN_MINUTES),
    ),
    measures: { subject: 'the number of members that one of them does not see', by: [] },
    forMs: TEN_MINUTES,
    page: 'notifications-fail',
  };
}

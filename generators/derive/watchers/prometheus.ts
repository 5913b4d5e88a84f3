import { prometheusServer as own } from '../../exporters/index.ts';
import { above, any, below, lowest, promql, proved, share } from '../../language/index.ts';
import type { Evaluator } from '../../model/stack.ts';
import { quote } from '../../promql/index.ts';
import { alertsDropped, rulesFail, rulesMissed, rulesUnseen } from './rulers.ts';
import { MINUTE_MS, over, proofOf, type Watcher } from './watcher.ts';

const TEN_MINUTES = 10 * MINUTE_MS;

/** What a Prometheus that scrapes itself under this job can know of itself. */
export function watchersOfPrometheus(evaluator: Evaluator, job: string): readonly Watcher[] {
  const of = { job };
  return [
    rulesFail(own.ruleFailures.where(of), evaluator),
    rulesMissed(own.ruleIterationsMissed.where(of), evaluator),
    rulesSlow(job),
    rulesUnseen(own.ruleEvaluations.where(of), evaluator),
    alertsDropped(own.notificationsDropped.where(of), evaluator),
    alertsRefused(evaluator, job),
    alertsWaiting(job),
    noAlertmanager(job),
    configurationRefused(job),
    samplesLost(evaluator, job),
    compactionFails(job),
    remoteWriteFails(evaluator, job),
    remoteWriteBehind(job),
  ];
}

/** A series in promtool's notation. */
const series = (name: string, job: string, more = ''): string => `${name}{job=${quote(job)}${more}}`;

function rulesSlow(job: string): Watcher {
  const [took, may] = [own.ruleGroupDuration.where({ job }), own.ruleGroupInterval.where({ job })];
  const group = ',rule_group="a"';
  const proof = proofOf(
    { [series(took.name, job, group)]: [20, 40], [series(may.name, job, group)]: [30, 30] },
    TEN_MINUTES,
  );
  return {
    key: 'rulesSlow',
    urgency: 'ticket',
    signal: 'saturation',
    title: 'Time that rule groups take of their interval',
    says: 'evaluates a group of rules slower than its interval',
    impact: 'Its rules are evaluated late, and soon not at all.',
    when: proved(promql('ratio')`max by (rule_group) (${took}) / max by (rule_group) (${may}) > 1`, proof),
    measures: { subject: "the group's last run by its interval", by: ['rule_group'] },
    forMs: TEN_MINUTES,
    page: 'rules-fail',
  };
}

function alertsRefused(evaluator: Evaluator, job: string): Watcher {
  const reading = { over: over(evaluator, 5 * MINUTE_MS), by: ['alertmanager'] } as const;
  const refused = share(own.notificationErrors.where({ job }), own.notificationsSent.where({ job }), reading);
  return {
    key: 'alertsRefused',
    urgency: 'ticket',
    signal: 'errors',
    title: 'Alerts that an Alertmanager did not take',
    says: 'cannot send alerts to one Alertmanager',
    impact: 'While another Alertmanager takes them people are told; without it nobody is.',
    when: above(refused, '1%'),
    forMs: TEN_MINUTES,
    page: 'alerts-not-sent',
  };
}

function alertsWaiting(job: string): Watcher {
  const [waiting, room] = [own.notificationQueueLength.where({ job }), own.notificationQueueCapacity.where({ job })];
  const proof = proofOf(
    { [series(waiting.name, job)]: [0, 6000], [series(room.name, job)]: [10_000, 10_000] },
    TEN_MINUTES,
  );
  return {
    key: 'alertsWaiting',
    urgency: 'ticket',
    signal: 'saturation',
    title: 'Alerts that wait to be sent',
    says: 'has a queue of alerts that it cannot send',
    impact: 'People hear of alerts late; when the queue is full, alerts are dropped.',
    when: proved(promql('ratio')`max(${waiting}) / min(${room}) > 0.5`, proof),
    measures: { subject: 'the queue of alerts by its capacity', by: [] },
    forMs: TEN_MINUTES,
    page: 'alerts-not-sent',
  };
}

function noAlertmanager(job: string): Watcher {
  return {
    key: 'noAlertmanager',
    urgency: 'page',
    signal: 'down',
    title: 'Alertmanagers that it knows',
    says: 'knows no Alertmanager',
    impact: 'Nobody is told of anything.',
    when: below(lowest(own.alertmanagers.where({ job })), 1),
    forMs: 2 * MINUTE_MS,
    page: 'alerts-not-sent',
  };
}

function configurationRefused(job: string): Watcher {
  return {
    key: 'configurationRefused',
    urgency: 'ticket',
    signal: 'errors',
    title: 'The last configuration was taken',
    says: 'refused its last configuration',
    impact: 'It goes on with the rules of before, and will not start again after a restart.',
    when: below(lowest(own.reloadSucceeded.where({ job })), 1),
    forMs: TEN_MINUTES,
    page: 'configuration-refused',
  };
}

function samplesLost(evaluator: Evaluator, job: string): Watcher {
  const failed = own.walWritesFailed.where({ job });
  return {
    key: 'samplesLost',
    urgency: 'page',
    signal: 'saturation',
    title: 'Failed writes of samples',
    says: 'cannot write what it scrapes to its disk',
    impact: 'Samples are lost, and rules read nothing: every alert and SLO is blind.',
    when: any(failed, { within: over(evaluator, 5 * MINUTE_MS) }),
    forMs: 0,
    page: 'storage-fails',
  };
}

/** A head is compacted every two hours. */
function compactionFails(job: string): Watcher {
  return {
    key: 'compactionFails',
    urgency: 'ticket',
    signal: 'saturation',
    title: 'Failed compactions',
    says: 'cannot compact its blocks',
    impact: 'Its memory and its disk fill; within hours to days it stops.',
    when: any(own.compactionsFailed.where({ job }), { within: '3h' }),
    forMs: 0,
    page: 'storage-fails',
  };
}

/** A remote storage that never took anything has no newest sample sent, but tries again. */
function remoteWriteFails(evaluator: Evaluator, job: string): Watcher {
  const reading = { over: over(evaluator, 5 * MINUTE_MS), by: ['remote_name'] } as const;
  const lost = [own.remoteSamplesFailed.where({ job }), own.remoteSamplesRetried.where({ job })];
  return {
    key: 'remoteWriteFails',
    urgency: 'ticket',
    signal: 'errors',
    title: 'Samples that the remote storage did not take',
    says: 'sends samples that the remote storage does not take',
    impact: 'What is refused is missing there for good; what is tried again is late.',
    when: above(share(lost, own.remoteSamples.where({ job }), reading), '1%'),
    forMs: TEN_MINUTES,
    page: 'remote-write',
  };
}

function remoteWriteBehind(job: string): Watcher {
  const [came, went] = [own.remoteNewestCome.where({ job }), own.remoteNewestSent.where({ job })];
  const proof = proofOf(
    { [series(came.name, job)]: [1000, 1600], [series(went.name, job)]: [1000, 1000] },
    TEN_MINUTES,
  );
  return {
    key: 'remoteWriteBehind',
    urgency: 'ticket',
    signal: 'saturation',
    title: 'How far remote write is behind',
    says: 'is behind with sending samples to the remote storage',
    impact: 'Dashboards and rules there are late; after two hours samples are lost.',
    when: proved(promql('seconds')`max(${came}) - min(${went}) > 120`, proof),
    measures: { subject: 'the time between the newest sample and the newest sent', by: [] },
    forMs: TEN_MINUTES,
    page: 'remote-write',
  };
}

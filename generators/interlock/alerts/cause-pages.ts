import { metricsOfCondition } from '../../model/metrics-of.ts';
import type { Alert } from '../../model/stack.ts';
import type { Rule } from '../rule.ts';

/**
 * Words of gauges that measure a cause: resources and queues, which users do not feel until something else fails.
 * Source: "Symptoms versus causes", https://sre.google/sre-book/monitoring-distributed-systems/
 */
const causes: ReadonlySet<string> = new Set([
  ...['cpu', 'load', 'memory', 'heap', 'rss', 'swap', 'gc', 'disk', 'filesystem', 'inodes', 'io', 'iowait'],
  ...['queue', 'backlog', 'pool', 'connections', 'threads', 'goroutines', 'fds', 'saturation', 'utilization'],
]);

/** The cause that an alert watches: said by its signal, or by the name of its gauge. */
function causeOf({ signal, when }: Alert): string | undefined {
  const gauges = metricsOfCondition(when).filter(({ kind }) => kind === 'gauge');
  const named = gauges.find(({ name }) =>
    name
      .toLowerCase()
      .split('_')
      .some((word) => causes.has(word)),
  );
  if (signal === 'saturation') return named?.name ?? 'saturation';
  // An author who names another signal has said what users feel.
  return signal === 'quality' ? named?.name : undefined;
}

/** "CPU is over 80 %" as a page. */
export const causePages: Rule = {
  code: 'alert/cause-pages',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Only what users feel pages; a cause that pages says why.',
    cause:
      'A full CPU or a long queue may hurt nobody. People who are woken for it learn to sleep through the next page, which is real.',
    cure: 'Give the alert a severity that does not page, alert on the symptom (an SLO), or write `justification`: why it cannot wait until the morning.',
  },
  check: ({ stack }) =>
    stack.services.flatMap(({ alerts }) =>
      alerts.flatMap((alert) => {
        const cause = causeOf(alert);
        const { severity, justification = '', name, address } = alert;
        if (cause === undefined || !severity.notify.includes('page') || justification.trim() !== '') return [];
        const message = `${name} pages (${severity.id}) on a cause, ${cause}, which users do not feel`;
        const cure = 'Choose a severity that does not page, or say in `justification` why it cannot wait.';
        return [{ address, message, cure }];
      }),
    ),
};

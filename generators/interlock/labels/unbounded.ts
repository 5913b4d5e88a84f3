import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';

/**
 * Names of labels with as many values as there are people or events. Source: "Do not overuse labels",
 * https://prometheus.io/docs/practices/instrumentation/#do-not-overuse-labels
 */
const words: ReadonlySet<string> = new Set([
  ...['user', 'userid', 'username', 'customer', 'account', 'viewer', 'creator', 'session', 'sessionid', 'cookie'],
  ...['request', 'requestid', 'trace', 'traceid', 'span', 'spanid', 'correlation', 'transaction', 'order', 'message'],
  ...[
    'email',
    'mail',
    'phone',
    'ip',
    'ipaddress',
    'address',
    'timestamp',
    'uuid',
    'guid',
    'token',
    'hash',
    'url',
    'uri',
  ],
]);

/** Words that say which kind of something it is, and not which one: `request_type`, `user_agent_family`. */
const kinds: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'class',
  'tier',
  'group',
  'family',
  'method',
  'status',
  'plan',
]);

const MOST = 1000;

/** `userId`, `user_id` → user, id */
function wordsOf(label: string): readonly string[] {
  return label
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}

/** Why a label of an open set may have no end of values, or undefined where nothing speaks for it. */
export function unboundedness(label: string, atMost: number): string | undefined {
  if (atMost > MOST) return `has up to ${atMost} values, and ${MOST} are many`;
  const parts = wordsOf(label);
  const named = parts.some((word) => words.has(word)) && !parts.some((word) => kinds.has(word));
  return named ? `has a value for each ${parts.join(' ')}, which has no bound` : undefined;
}

function findings(compiled: Compiled): readonly Finding[] {
  return [...surveyOf(compiled).declared.values()].flatMap(({ metric, address }) =>
    Object.entries(metric.labels).flatMap(([label, { atMost, open }]) => {
      // A list that is complete has as many values as it has, whatever the label is called; an exporter's labels are given.
      const text = open && metric.exporter === undefined ? unboundedness(label, atMost) : undefined;
      if (text === undefined) return [];
      const cure = 'Leave the label out where the service exposes the metric; logs and traces tell one from another.';
      return [{ address, message: `the label \`${label}\` of ${metric.name} ${text}`, cure }];
    }),
  );
}

/** A label that grows with the number of people or requests. */
export const unbounded: Rule = {
  code: 'labels/unbounded',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'No label has a value for each user, request, session, address or moment.',
    cause:
      'Each value is a series of its own that Prometheus keeps in memory for hours. A busy day makes millions, and the server that should tell of the outage is the outage.',
    cure: 'Remove the label from the metric; if its values are few, list them with `labelValues(…)`.',
  },
  check: findings,
};

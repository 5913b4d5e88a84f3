import {
  alert,
  availability,
  below,
  counter,
  external,
  gauge,
  highest,
  labelValues,
  pagerduty,
  prometheus,
  runbook,
  type ServiceInput,
  type Stack,
  type StackInput,
  service,
  severity,
  slack,
  team,
} from 'signalbox';
import { exampleStack } from '../cases/example.ts';

/** The texts of a stack whose every free field says the same. */
export interface Texts {
  /** Titles and sentences. */
  readonly line: string;
  /** Prose, which may have several lines. */
  readonly lines: string;
  /** The value of a label, matched by a rule. */
  readonly label: string;
}

/** The metric that the alert `free` reads; at 1 it fires, whatever the label's value. */
export const QUEUE = 'hostile_queue';

/** A stack of one service that says these texts wherever an author may say anything. */
export function stackSaying(
  { line, lines, label }: Texts,
  ofService: Partial<ServiceInput> = {},
  ofStack: Partial<StackInput> = {},
): Stack {
  const P1 = severity({ id: 'P1', title: line, responseWithin: '15m', notify: ['page', 'chat'], examples: line });
  const people = team({
    id: 'people',
    title: line,
    contact: line,
    receivers: {
      page: pagerduty({ routingKeyFile: '/etc/alertmanager/secrets/pagerduty', escalationPolicy: line }),
      chat: slack({ channel: '#alerts', apiUrlFile: '/etc/alertmanager/secrets/slack' }),
    },
  });
  const kind = labelValues(label, 'other');
  const requests = counter('hostile_requests_total', { help: lines, labels: { kind } });
  const queue = gauge(QUEUE, { help: lines, unit: 'count', labels: { kind } }).where({ kind: label });
  const failed = requests.where({ kind: [label] });
  const page = runbook({
    id: 'hostile',
    title: line,
    symptoms: lines,
    firstSteps: [lines, { do: lines, command: lines }],
    diagnosis: [{ do: lines, look: highest(queue) }],
    causes: [{ cause: lines, signs: lines, fix: [lines] }],
    escalation: lines,
    aftercare: [lines],
  });
  const all = { page: P1, ticket: P1 };
  const told = { severity: P1, impact: line, justification: line, runbook: page };
  const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', impact: line, runbook: page } as const;
  const hostile = service({
    ...{ id: 'hostile', title: line, description: lines, team: people, tier: 'critical', job: line, requests },
    errors: { [line]: failed },
    signals: { [line]: highest(queue, { by: ['kind'] }) },
    dependsOn: () => [external({ id: 'other', title: line })],
    links: { [line]: 'https://example.com/a' },
    slos: { promise: availability(requests, { ...promise, title: line, bad: failed }) },
    alerts: { free: alert({ ...told, title: line, when: below(highest(queue), 1000), for: '1m' }) },
    ...ofService,
  });
  return exampleStack({
    ...{ title: line, notes: [lines], services: [hostile], severities: [P1], defaultTeam: people },
    burn: { critical: all, high: all, normal: all, low: all },
    evaluators: [
      prometheus({
        ...{ id: 'main', version: '2.42', scrapeInterval: '15s', evaluationInterval: '30s', retention: '45d' },
        externalLabels: { replica: line },
      }),
    ],
    ...ofStack,
  });
}

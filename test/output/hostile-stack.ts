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
  type Runbook,
  runbook,
  type Service,
  type ServiceInput,
  type Stack,
  type StackInput,
  service,
  severity,
  slack,
  type Team,
  team,
  type Value,
} from 'signalbox';
import { exampleStack } from '../cases/example.ts';
import { drawingsSaying, executiveSaying, kpisSaying, resourceSaying, type Texts, type Told } from './hostile-units.ts';

/** The metric that the alert `free` reads; at 1 it fires, whatever the label's value. */
export const QUEUE = 'hostile_queue';

/** A stack of one unit of each kind that says these texts wherever an author may say anything. */
export function stackSaying(
  texts: Texts,
  ofService: Partial<ServiceInput> = {},
  ofStack: Partial<StackInput> = {},
): Stack {
  const { line, lines } = texts;
  const P1 = severity({ id: 'P1', title: line, responseWithin: '15m', notify: ['page', 'chat'], examples: line });
  const all = { page: P1, ticket: P1 };
  const people = teamSaying(texts);
  const told = { team: people, severity: P1, page: pageSaying(texts, highest(queueSaying(texts))) };
  const service = serviceSaying(texts, told, ofService);
  return exampleStack({
    ...{ title: line, notes: [lines], severities: [P1], defaultTeam: people },
    services: [service],
    infrastructure: [resourceSaying(texts, told)],
    kpis: [kpisSaying(texts, told)],
    executive: executiveSaying(texts, service.slos?.promise),
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

function teamSaying({ line }: Texts): Team {
  return team({
    id: 'people',
    title: line,
    contact: line,
    receivers: {
      page: pagerduty({ routingKeyFile: '/etc/alertmanager/secrets/pagerduty', escalationPolicy: line }),
      chat: slack({ channel: '#alerts', apiUrlFile: '/etc/alertmanager/secrets/slack' }),
    },
  });
}

function pageSaying({ line, lines }: Texts, look: Value): Runbook {
  return runbook({
    id: 'hostile',
    title: line,
    symptoms: lines,
    firstSteps: [lines, { do: lines, command: lines }],
    diagnosis: [{ do: lines, look }],
    causes: [{ cause: lines, signs: lines, fix: [lines] }],
    escalation: lines,
    aftercare: [lines],
  });
}

function queueSaying({ lines, label }: Texts) {
  const kind = labelValues(label, 'other');
  return gauge(QUEUE, { help: lines, unit: 'count', labels: { kind } }).where({ kind: label });
}

function serviceSaying(texts: Texts, { team, severity, page }: Told, more: Partial<ServiceInput>): Service {
  const { line, lines, label } = texts;
  const kind = labelValues(label, 'other');
  const requests = counter('hostile_requests_total', { help: lines, labels: { kind } });
  const queue = queueSaying(texts);
  const failed = requests.where({ kind: [label] });
  const told = { severity, impact: line, justification: line, runbook: page };
  const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', impact: line, runbook: page } as const;
  return service({
    ...{ id: 'hostile', title: line, description: lines, team, tier: 'critical', job: line, requests },
    selector: { kind: label },
    errors: { [line]: failed },
    signals: { [line]: highest(queue, { by: ['kind'] }) },
    ...drawingsSaying(texts),
    dependsOn: () => [external({ id: 'other', title: line })],
    links: { [line]: 'https://example.com/a' },
    slos: { promise: availability(requests, { ...promise, title: line, bad: failed }) },
    alerts: { free: alert({ ...told, title: line, when: below(highest(queue), 1000), for: '1m' }) },
    ...more,
  });
}

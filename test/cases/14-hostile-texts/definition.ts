/** A text is a text: nothing that people write becomes YAML, a template, PromQL, a variable, a link or mark-up. */
import {
  above,
  alert,
  availability,
  counter,
  external,
  gauge,
  highest,
  labelValues,
  pagerduty,
  prometheus,
  runbook,
  service,
  severity,
  slack,
  team,
} from 'signalbox';
import { exampleStack, filesOfService, filesOfStack } from '../example.ts';

const line = `"q" 'q' {{ .Labels }} {{ define "x" }} $x \${y} \`z\` | # - a: b <script>alert(1)</script> 😀 \u202Eabc\u202C [l](x) \\`;
const lines = `- no: 1\n# ${line}\n\n\`\`\`\n| a | b |\n---\n${line}`;

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

const kind = labelValues('it\'s "quoted"', 'back\\slash', 'two\nlines', '{{ x }}', 'ünïcödé 😀');
const requests = counter('hostile_requests_total', { help: lines, labels: { kind } });
const queue = gauge('hostile_queue', { help: lines, unit: 'count', labels: { kind } });
const failed = requests.where({ kind: ['it\'s "quoted"', 'back\\slash', 'two\nlines', '{{ x }}'] });

const page = runbook({
  id: 'hostile',
  title: line,
  symptoms: lines,
  firstSteps: [lines, { do: lines, command: lines, link: 'https://example.com/a(b)?c=d&e=%22' }],
  diagnosis: [{ do: lines, look: highest(queue.where({ kind: 'two\nlines' })) }],
  causes: [{ cause: lines, signs: lines, fix: [lines] }],
  escalation: lines,
  aftercare: [lines],
});

const hostile = service({
  id: 'hostile',
  title: line,
  description: lines,
  team: people,
  tier: 'critical',
  job: '"the" {{ job }} | it\'s \\ 😀',
  requests,
  errors: { [line]: failed },
  signals: { [line]: highest(queue, { by: ['kind'] }) },
  dependsOn: () => [external({ id: 'other', title: line })],
  links: { [line]: 'https://example.com/a(b)?c=d&e=%22' },
  slos: {
    constructor: availability(requests, {
      title: line,
      bad: failed,
      objective: '99.9%',
      window: '30d',
      noTraffic: 'good',
      impact: line,
      runbook: page,
    }),
  },
  alerts: {
    no: alert({
      title: line,
      when: above(highest(queue.where({ kind: '{{ x }}' })), 1000),
      for: '5m',
      severity: P1,
      impact: line,
      justification: line,
      runbook: page,
    }),
  },
});

const evaluator = prometheus({
  id: 'main',
  version: '2.42',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '45d',
  externalLabels: { replica: line },
});

const all = { page: P1, ticket: P1 };

export default [
  exampleStack({
    title: line,
    notes: [lines],
    evaluators: [evaluator],
    services: [hostile],
    severities: [P1],
    burn: { critical: all, high: all, normal: all, low: all },
    defaultTeam: people,
  }),
];

export const paths = [...filesOfStack(), ...filesOfService('hostile', ['hostile', 'slo-constructor'])];

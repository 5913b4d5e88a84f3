/** What every chapter takes for granted: who is told, who evaluates, what to do. A chapter adds what it is about. */
import {
  type Evaluator,
  heartbeat,
  labelValues,
  pagerduty,
  prometheus,
  runbook,
  type Stack,
  type StackInput,
  severity,
  slack,
  stack,
  team,
  webhook,
} from 'signalbox';

export const P1 = severity({
  id: 'P1',
  title: 'Critical',
  responseWithin: '15m',
  notify: ['page', 'chat'],
  groupWait: '10s',
});
export const P3 = severity({ id: 'P3', title: 'Medium', responseWithin: '4h', notify: ['chat'], repeat: '12h' });

export const shopTeam = team({
  id: 'shop',
  title: 'Shop',
  contact: '#team-shop',
  receivers: {
    page: pagerduty({
      routingKeyFile: '/etc/alertmanager/secrets/pagerduty-shop',
      escalationPolicy: 'Shop: primary, secondary',
    }),
    chat: slack({ channel: '#alerts-shop', apiUrlFile: '/etc/alertmanager/secrets/slack' }),
  },
});

export const region = labelValues('eu', 'us');

export const checkoutFails = runbook({
  id: 'checkout-fails',
  title: 'Orders fail',
  symptoms: 'Customers see an error when they pay.',
  firstSteps: ['Roll back when a deployment began within the last hour.'],
});

export const main: Evaluator = prometheus({
  id: 'main',
  version: '2.42',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '45d',
});

/** A stack of these services, and what a chapter says differently. */
export function exampleStack(input: Partial<StackInput>): Stack {
  return stack({
    id: 'example',
    title: 'Example',
    environment: 'production',
    evaluators: [main],
    alertmanager: { version: '0.25', ownership: 'whole' },
    grafana: { version: '11.0', url: 'https://grafana.example.com', datasources: { metrics: 'prometheus' } },
    runbooks: { url: 'https://runbooks.example.com' },
    severities: [P1, P3],
    burn: {
      critical: { page: P1, ticket: P3 },
      high: { page: P1, ticket: P3 },
      normal: { page: P1, ticket: P3 },
      low: { page: P1, ticket: P3 },
    },
    defaultTeam: shopTeam,
    services: [],
    heartbeat: heartbeat({ receiver: webhook({ url: 'https://switch.example.com/example' }), every: '1m' }),
    ...input,
  });
}

/** The files that every stack has, whatever its services. */
export function filesOfStack(stack = 'example'): readonly string[] {
  return [
    'README.md',
    'alertmanager/alertmanager.yaml',
    'alertmanager/routes/stack.yaml',
    'alertmanager/templates/signalbox.tmpl',
    `grafana/overview/${stack}-home.json`,
    'grafana/provisioning/dashboards.yaml',
    'grafana/provisioning/datasources.yaml',
    `grafana/slos/${stack}-slos.json`,
    'model/stack.json',
    'prometheus/rules/stack.yaml',
    'runbooks/stack/README.md',
  ].map((path) => `${stack}/${path}`);
}

/** The files that every service with a job has, and a page for each of its runbooks and SLOs. */
export function filesOfService(service: string, pages: readonly string[], stack = 'example'): readonly string[] {
  return filesOfUnit('services', service, pages, stack);
}

/** As for a service, and the board over all resources, which is there once. */
export function filesOfInfrastructure(unit: string, pages: readonly string[], stack = 'example'): readonly string[] {
  const overview = `${stack}/grafana/infrastructure/${stack}-infrastructure.json`;
  return [overview, ...filesOfUnit('infrastructure', unit, pages, stack)];
}

/** As for a service. */
export function filesOfKpis(unit: string, pages: readonly string[], stack = 'example'): readonly string[] {
  return filesOfUnit('kpis', unit, pages, stack);
}

function filesOfUnit(folder: string, unit: string, pages: readonly string[], stack: string): readonly string[] {
  return [
    `alertmanager/routes/${unit}.yaml`,
    `grafana/${folder}/${stack}-${unit}.json`,
    `model/${unit}.json`,
    `prometheus/rules/${unit}.yaml`,
    ...['README', ...pages, 'telemetry-missing'].map((page) => `runbooks/${unit}/${page}.md`),
  ].map((path) => `${stack}/${path}`);
}

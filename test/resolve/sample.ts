/** A small stack without mistakes, whose parts the tests replace. Inputs are loose: bypassed types are what is tested. */
import * as s from 'signalbox';
import { expect, it } from 'vitest';
import { type Diagnostic, pathText } from '../../generators/diagnostics/diagnostic.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';

type Loose = Readonly<Record<string, unknown>>;

export const region = s.labelValues('us-east', 'us-west');
export const requests = s.counter('http_requests_total', {
  help: 'Requests.',
  labels: { region, status: s.httpStatus },
});
export const duration = s.histogram('http_request_duration_seconds', {
  help: 'Time.',
  labels: { region },
  buckets: ['10ms', '50ms', '60ms', '100ms'],
});
export const depth = s.gauge('queue_depth', { help: 'Waiting.', unit: 'count', labels: { region } });
export const clock = s.gauge('last_import_timestamp_seconds', { help: 'The last import.' });

export const feedTeam = s.team({ id: 'feed', title: 'Feed', receivers: {} });
export const P1 = s.severity({ id: 'P1', title: 'Critical', responseWithin: '5m', notify: ['page', 'chat'] });
export const P2 = s.severity({ id: 'P2', title: 'High', responseWithin: '15m', notify: ['ticket'] });
export const slow = s.runbook({ id: 'slow', title: 'Slow', firstSteps: ['Look at the dashboard.'] });

export const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: slow } as const;
const told = { for: '5m', severity: P2, impact: 'Slow.', runbook: slow } as const;

export function alert(fields: Loose): s.Alert {
  return s.alert({ when: s.above(s.p99(duration), '60ms'), ...told, ...fields } as never);
}
export function latency(fields: Loose): s.Slo {
  return s.latency(duration, { ...promise, within: '50ms', ...fields } as never);
}
export function service(fields: Loose): s.Service {
  return s.service({ id: 'home', title: 'Home', team: feedTeam, tier: 'critical', ...fields } as never);
}

export const main = s.prometheus({
  id: 'main',
  version: '2.42',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '40d',
});
const speeds = { page: P1, ticket: P2 };

export function stack(fields: Loose): s.Stack {
  return s.stack({
    id: 'prod',
    title: 'Production',
    environment: 'production',
    evaluators: [main],
    alertmanager: { version: '0.25', ownership: 'whole' },
    grafana: { version: '11.0', url: 'https://grafana.example.com/', datasources: { metrics: 'prometheus' } },
    runbooks: { url: 'https://runbooks.example.com/' },
    severities: [P1, P2],
    burn: { critical: speeds, high: speeds, normal: speeds, low: speeds },
    defaultTeam: feedTeam,
    services: [],
    heartbeat: s.heartbeat({ receiver: s.webhook({ url: 'https://switch.example.com/beat' }), every: '1m' }),
    ...fields,
  } as never);
}

/** `code  path`, as a table lists them. */
export function listed(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, address }) => `${code}  ${pathText(address)}`);
}

/** Everything that shapes and references of these stacks complain about. */
export function problemsOf(...stacks: readonly unknown[]): readonly Diagnostic[] {
  const { diagnostics, sound } = checkShapes(stacks);
  return [...diagnostics, ...stacks.flatMap((one) => resolveStack(one, sound, new Map()).diagnostics)];
}

/** As `problemsOf`, of a stack with one service that has these fields. */
export function serviceProblems(fields: Loose): readonly Diagnostic[] {
  return problemsOf(stack({ services: [service(fields)] }));
}

/** What is given, and the complaint in all its words: none (an empty text), or one. */
type Proof = readonly [string, readonly Diagnostic[], string];

/** A test for each row. */
export function proves(table: readonly Proof[]): void {
  it.each(table)('%s', (_, problems, want) => {
    const said = problems.map(
      ({ code, address, message, cure }) => `${code}  ${pathText(address)}: ${message} → ${cure}`,
    );
    expect(said).toEqual(want === '' ? [] : [want]);
  });
}

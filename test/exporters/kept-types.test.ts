/** Handles keep their types on the way through a catalogue: labels, units and buckets. TypeScript is the judge. */
import { above, busy, latency, p99, rate, runbook, total } from 'signalbox';
import { envoy, node, redis } from 'signalbox/exporters';
import { expect, test } from 'vitest';

const slow = runbook({ id: 'slow', title: 'Slow', firstSteps: ['Look.'] });
const promise = { objective: '99%', window: '30d', noTraffic: 'good', runbook: slow } as const;

test('labels', () => {
  node.cpuSeconds.where({ mode: 'idle' });
  node.cpuSeconds.where({ mode: ['user', 'system'], cpu: '7' });
  // @ts-expect-error a misspelt value of a closed label
  node.cpuSeconds.where({ mode: 'idel' });
  // @ts-expect-error a label that the series do not carry
  node.networkUp.where({ cpu: '0' });
  expect(node.cpuSeconds.where({ mode: 'idle' }).matchers).toEqual([{ label: 'mode', op: '=', value: 'idle' }]);
});

test('units', () => {
  above(busy(node.cpuSeconds.where({ mode: 'idle' })), '20%');
  above(total(redis.memoryUsed), '512MiB');
  above(rate(node.networkReceivedBytes), '100MiB/s');
  above(p99(envoy.upstreamTime), '250ms');
  // @ts-expect-error the share of time of a counter of bytes
  busy(node.networkReceivedBytes);
  // @ts-expect-error a share where bytes are
  above(total(redis.memoryUsed), '90%');
  expect([redis.memoryUsed.unit, envoy.upstreamTime.unit]).toEqual(['bytes', 'milliseconds']);
});

test('buckets', () => {
  latency(envoy.upstreamTime, { ...promise, within: '250ms' });
  // @ts-expect-error a threshold that is not a bucket
  latency(envoy.upstreamTime, { ...promise, within: '200ms' });
  expect(envoy.upstreamTime.buckets).toContain('250ms');
});

/** What is wrong with the use of a catalogue's handle is said of the definition that uses it. */
import { expect, it } from 'vitest';
import { definitions, signalbox, writeFiles } from '../cli/signalbox.ts';
import { scratchDirectory } from '../write/scratch-directory.ts';

const index = 'definitions/index.ts';

async function complaints(service: string): Promise<string> {
  const directory = scratchDirectory();
  const text = `import { node, redis } from 'signalbox/exporters';\n${definitions({ more: service })}`;
  writeFiles(directory, { [index]: text, 'package.json': '{ "type": "module" }\n' });
  const { stdout, stderr } = await signalbox(directory, ['build', '--no-types']);
  return stdout + stderr;
}

/** The line of the definitions on which the service's fields stand. */
const line = `${
  definitions({ more: 'HERE' })
    .split('\n')
    .findIndex((one) => one.includes('HERE')) + 2
}`;

it.each([
  [
    'a choice that no series matches',
    "signals: { Idle: s.rate(node.cpuSeconds.where({ mode: 'idel' } as never)) },",
    [`metric/label-value  prod › search › signals.Idle.metric`, `${index}:${line}`, 'did you mean `idle`?'],
  ],
  [
    'a threshold of another unit',
    "alerts: { full: s.alert({ when: s.above(s.total(redis.memoryUsed), '90%' as never), for: '5m', severity: P1, impact: 'Slow.', runbook: down }) },",
    [`${index}:${line}`, 'redis_memory_used_bytes'],
  ],
  [
    'the same name declared once more',
    "signals: { Own: s.highest(s.gauge('redis_up', { help: 'Up.', unit: 'ratio' })), Theirs: s.highest(redis.up) },",
    ['metric/conflict', `${index}:${line}`, 'redis_up is declared twice'],
  ],
])('%s', async (_, service, want) => {
  const said = await complaints(service);
  for (const part of want) expect(said).toContain(part);
  expect(said).not.toMatch(/generators\/|node_modules|file:/);
});

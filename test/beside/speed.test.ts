/** A file of five thousand alerts is no burden. */
import * as s from 'signalbox';
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { exampleStack } from '../cases/example.ts';
import { theirs } from './chapter.ts';

/** Time of the processor, several times what it takes, for machines that are slow or shared: a curve that bends is noticed. */
const MOST_MS = 8_000;

function many(): string {
  const groups = theirs('existing/kubernetes.yaml')
    .toString()
    .replace(/^[\s\S]*?^groups:\n/m, '');
  const copies = Array.from({ length: 193 }, (_, index) =>
    groups
      .replaceAll(/- name: (\S+)/g, `- name: $1-${index}`)
      .replaceAll(/alert: (\w+)/g, `alert: $1${index}`)
      .replaceAll('job="', `job="j${index}`),
  );
  return `groups:\n${copies.join('')}`;
}

test('five thousand alerts beside an Alertmanager of others', () => {
  const files = new Map([
    ['many.yaml', many()],
    ['am.yaml', theirs('existing/alertmanager.yaml').toString()],
  ]);
  const stack = exampleStack({
    services: [],
    alertmanager: { version: '0.25', ownership: 'subtree', existing: 'am.yaml' },
    beside: [s.externalAlerts('many.yaml')],
  });
  const before = process.cpuUsage();
  const { artifacts } = compile([stack], files);
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  const page = artifacts.find(({ path }) => path === 'example/runbooks/external/many.md')?.content ?? '';
  process.stderr.write(`5,018 alerts of others took ${Math.round(took)} ms\n`);
  expect(page.split('\n').filter((line) => line.endsWith('| not proved |'))).toHaveLength(5_018);
  expect(took).toBeLessThan(MOST_MS);
});

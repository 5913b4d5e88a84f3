/** Every evaluator has a dead man's switch of its own: amtool sends the heartbeat of each there, and nowhere else. */
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import stacks from '../cases/24-watchers/definition.ts';
import { judge, withFiles } from '../judges/programs.ts';

const { artifacts } = compile(stacks, new Map());

/** Whom Alertmanager tells of an alert with these labels. */
function told(labels: Readonly<Record<string, string>>): string {
  const config = artifacts.find(({ path }) => path === 'example/alertmanager/alertmanager.yaml')?.content ?? '';
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const args = ['config', 'routes', 'test', '--config.file=a.yaml', ...pairs];
  const { output } = withFiles({ 'a.yaml': config }, (directory) => judge('amtool', args, directory));
  return output.replace(/^Warning: .*$/gm, '').trim();
}

const beat = { alertname: 'Heartbeat', environment: 'production' };

test.each([
  { what: 'of the first evaluator', labels: { ...beat, evaluator: 'main' }, want: 'heartbeat' },
  { what: 'of the second', labels: { ...beat, evaluator: 'far' }, want: 'heartbeat-far' },
  { what: 'of an evaluator that the stack does not have', labels: { ...beat, evaluator: 'other' }, want: 'shop/chat' },
  {
    what: 'an alert on the second, which is no heartbeat',
    labels: {
      alertname: 'MonitoringRulesFail',
      environment: 'production',
      evaluator: 'far',
      team: 'shop',
      severity: 'P1',
    },
    want: 'shop/page,shop/chat',
  },
])('$what: $want', ({ labels, want }) => {
  expect(told(labels)).toBe(want);
});

test('the switches are two, and each evaluator has one rule for its own', () => {
  const config = artifacts.find(({ path }) => path === 'example/alertmanager/alertmanager.yaml')?.content ?? '';
  expect(config.match(/url: https:\/\/switch\.example\.com\/\w+/g)).toEqual([
    'url: https://switch.example.com/example',
    'url: https://switch.example.com/far',
  ]);
  const files = artifacts.filter(({ path }) => path.endsWith('rules/stack.yaml'));
  expect(files.map(({ path, content }) => [path, content.match(/alert: Heartbeat/g)?.length])).toEqual([
    ['example/prometheus/rules/stack.yaml', 1],
    ['example/prometheus/far/rules/stack.yaml', 1],
  ]);
});

/** The model as data: canonical, whole, and without what does not belong to it. */
import { expect, test } from 'vitest';
import { canonicalJson, emitModel } from '../../generators/emit/model.ts';
import { duration, feed, requests } from './sample-definitions.ts';
import { compiled, stack } from './sample-stack.ts';

const written = new Map(emitModel(compiled).map(({ path, content }) => [path, content]));
const feedModel = written.get('short-video/model/fyp-service.json') ?? '';
const stackModel = written.get('short-video/model/stack.json') ?? '';

test('one file per service and one for the rest', () => {
  expect([...written.keys()]).toEqual([
    'short-video/model/fyp-service.json',
    'short-video/model/ranking.json',
    'short-video/model/stack.json',
  ]);
});

test.each([
  { value: { b: 1, a: 2, 10: 3, 9: 4, B: 5, é: 6 }, want: '{"10":3,"9":4,"B":5,"a":2,"b":1,"é":6}' },
  { value: { list: [3, 1, 2], none: [], empty: {} }, want: '{"empty":{},"list":[3,1,2],"none":[]}' },
  { value: { nested: [[1], [2, [3]]] }, want: '{"nested":[[1],[2,[3]]]}' },
  { value: { a: undefined, f: () => 1, [Symbol('place')]: 1, n: null }, want: '{"n":null}' },
  { value: { address: { path: [] }, inner: { address: 1, kept: true } }, want: '{"inner":{"kept":true}}' },
  { value: { text: '</script>\n"\\ 🚒' }, want: JSON.stringify({ text: '</script>\n"\\ 🚒' }) },
])('canonical: $want', ({ value, want }) => {
  const text = canonicalJson(value);
  expect(text.replace(/\n */g, '').replaceAll('": ', '":')).toBe(want);
  expect(text.endsWith('}\n')).toBe(true);
});

test('two spaces, one value a line', () => {
  expect(canonicalJson({ b: [1, { c: true }], a: 'x' })).toBe(
    '{\n  "a": "x",\n  "b": [\n    1,\n    {\n      "c": true\n    }\n  ]\n}\n',
  );
});

test('a metric is its name, unit, labels and the choice of series', () => {
  const metric = JSON.parse(canonicalJson({ m: requests.where({ status: /5../ }) })).m;
  expect(metric).toEqual({
    kind: 'counter',
    name: 'fyp_requests_total',
    unit: 'count',
    labels: { region: ['us-east', 'eu-west'], status: { atMost: 63, values: ['200', '404', '500', '503'] } },
    matchers: [{ label: 'status', op: '=~', value: '5..' }],
  });
  expect(JSON.parse(canonicalJson({ m: duration })).m.buckets).toEqual(['10ms', '50ms', '60ms', '100ms']);
});

test('references are ids', () => {
  const model = JSON.parse(feedModel);
  expect([model.team, model.evaluator, model.page, model.dependsOn]).toEqual([
    'feed',
    'main',
    'P1',
    ['ranking', 'search'],
  ]);
  expect([model.slos[0].runbook, model.slos[0].page, model.slos[0].ticket]).toEqual(['fyp-down', 'P1', 'P3']);
  expect([model.alerts[0].runbook, model.alerts[0].severity]).toEqual(['fyp-latency', 'P2']);
  expect(JSON.parse(stackModel).defaultTeam).toBe('feed');
});

test('the runbooks that a unit leads to are in its file', () => {
  expect(JSON.parse(feedModel).runbooks.map(({ id }: { readonly id: string }) => id)).toEqual([
    'fyp-down',
    'fyp-latency',
  ]);
});

test('no address, and nothing of the Alertmanager file that exists already', () => {
  for (const content of written.values()) expect(content).not.toMatch(/"address"|hunter2/);
  expect(JSON.parse(stackModel).alertmanager.existing).toBe(true);
});

test('what belongs to the stack is the same whichever services there are', () => {
  const fewer = emitModel({ ...compiled, stack: { ...stack, services: [feed], runbooks: [] } });
  expect(fewer.at(-1)).toEqual({ path: 'short-video/model/stack.json', content: stackModel });
});

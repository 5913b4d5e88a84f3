/** What the board says of a deployment, as promtool answers it while a canary comes, takes over, and after a gap in scraping. */
import { info, service, upTo } from 'signalbox';
import { expect, test } from 'vitest';
import { exampleStack, shopTeam } from '../cases/example.ts';
import { ask, type Question } from '../slo/scenario.ts';
import type { Input, Signal } from '../slo/traffic.ts';
import { askedBy, boardOf, markedBy } from './built.ts';
import { drawn } from './drawn.ts';

const board = boardOf(drawn, 'example-fyp');
const scraped = { scrape: 15, phase: 0 };
const MINUTE = 60;

const runs =
  (from: number, to: number): Signal =>
  (at) =>
    at >= from && at < to ? 1 : undefined;
const instance = (name: string, version: string, track: string, signal: Signal): Input => ({
  series: `fyp_build_info{instance="${name}",version="${version}",track="${track}"}`,
  signal,
  ...scraped,
});

/** Three instances run v1, one of which gives way to a canary of v2 after ten minutes; after twenty all run v2. */
const rollout: readonly Input[] = [
  instance('a', 'v1', 'stable', runs(0, 20 * MINUTE)),
  instance('b', 'v1', 'stable', runs(0, 20 * MINUTE)),
  instance('c', 'v1', 'stable', runs(0, 10 * MINUTE)),
  instance('c', 'v2', 'canary', runs(10 * MINUTE, 40 * MINUTE)),
  instance('a', 'v2', 'stable', runs(20 * MINUTE, 40 * MINUTE)),
  instance('b', 'v2', 'stable', runs(20 * MINUTE, 40 * MINUTE)),
];

function at(minutes: readonly number[], expr: string, inputs = rollout): readonly string[] {
  const questions = minutes.map((minute): Question => [expr, minute * MINUTE]);
  return ask({ rules: 'groups: []', inputs, evaluation: 30 }, questions).map((samples) =>
    samples.map(({ labels, value }) => `${labels.version ?? ''} ${Number(value.toFixed(2))}`.trim()).join(', '),
  );
}

const [first = ''] = askedBy(board, 'Current version');
const [share = ''] = askedBy(board, 'Canary');

test('the current version is that of the instances that are no canaries', () => {
  expect(at([9, 16, 26], first)).toEqual(['v1 3', 'v1 2', 'v2 2']);
});

test('the canary has a share of the instances and a name, and where there is none, nothing', () => {
  expect(at([9, 16], share)).toEqual(['', 'v2 0.33']);
});

test('the last deployment, and how long ago it was, is the latest of all that are told', () => {
  const told: readonly Input[] = [100, 700].map((moment, i) => ({
    series: `fyp_deployed_timestamp_seconds{instance="${i}"}`,
    signal: () => moment,
    ...scraped,
  }));
  const [since = ''] = askedBy(board, 'Since the last deployment');
  expect(at([20], since, told)).toEqual(['500']);
  expect(at([20], markedBy(board)[0] ?? '', told)).toEqual(['700000']);
});

test('where nothing tells when it ended, a version that begins to run is marked, and no other', () => {
  const instances = info('fyp_build_info', { help: 'What runs.', labels: { version: upTo(5, 'v1', 'v2') } });
  const fyp = service({ id: 'fyp', title: 'Feed', team: shopTeam, tier: 'low', job: 'fyp', deployment: { instances } });
  const [marks = ''] = markedBy(boardOf(exampleStack({ services: [fyp] }), 'example-fyp'));
  expect(at([2, 9, 11, 14, 16, 24], marks)).toEqual(['', '', 'v2 1', 'v2 1', '', '']);
  // Nothing was scraped for eight minutes.
  const gap = [instance('a', 'v1', 'stable', (second) => (second < 600 || second > 1080 ? 1 : undefined))];
  expect(at([9, 18.5, 19, 24], marks, gap)).toEqual(['', '', '', '']);
});

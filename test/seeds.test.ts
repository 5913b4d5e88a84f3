import type { Executive, Service, Stack } from 'signalbox';
import { describe, expect, it } from 'vitest';
import { mapAll } from './merge/records.ts';
import { allEdits } from './merge/sample.ts';
import {
  type Answer,
  configurationExample,
  fourRunbooks,
  fourSeverities,
  pagesAndPosts,
  redWithTargets,
  tenKeyAlerts,
} from './seeds/answers.ts';
import { engineeringDashboard, executiveDashboard } from './seeds/board-answers.ts';
import { businessMetrics, metricsOfTheFeed, useOfSixComponents } from './seeds/figure-answers.ts';
import { outputsOf } from './seeds/outputs.ts';
import { forgotten, type RowId, rows, waiting } from './seeds/rows.ts';
import { sloDashboard } from './seeds/slo-answer.ts';
import { found, shortVideo, uncheckedTreeOf } from './short-video/tree.ts';

const answers: Readonly<Record<Exclude<RowId, keyof typeof waiting>, Answer>> = {
  'SV-01': useOfSixComponents,
  'SV-02': redWithTargets,
  'SV-03': businessMetrics,
  'SV-04': metricsOfTheFeed,
  'SV-05': executiveDashboard,
  'SV-06': engineeringDashboard,
  'SV-07': fourSeverities,
  'SV-08': tenKeyAlerts,
  'SV-09': configurationExample,
  'SV-10': pagesAndPosts,
  'SV-11': fourRunbooks,
  'SV-12': sloDashboard,
};

describe('the rows', () => {
  it('are all answered or waited for', () => {
    expect(Object.keys(rows)).toHaveLength(14);
    expect(forgotten(Object.keys(rows), Object.keys(answers), Object.keys(waiting))).toEqual([]);
  });

  it('and a forgotten one is seen', () => {
    expect(forgotten(['SV-01', 'SV-02', 'SV-15'], ['SV-02'], ['SV-01'])).toEqual(['SV-15']);
  });
});

describe('the outputs answer', () => {
  const outputs = outputsOf(uncheckedTreeOf(shortVideo));
  it.each(Object.entries(answers))('%s', (id, answer) => {
    expect(Object.keys(rows)).toContain(id);
    answer(outputs);
  });
});

describe('an answer that is wrong is seen', () => {
  const edits = allEdits(shortVideo);
  const edit = (name: string) => found(edits.find((one) => one.name === name)?.apply, name);
  const first = (stack: Stack) => stack.severities[0];
  const change = (severity: Partial<Stack['severities'][0]>) => (stack: Stack) => {
    const [, ...rest] = stack.severities;
    return { ...stack, severities: [{ ...first(stack), ...severity }, ...rest] } satisfies Stack;
  };

  const missed = 'business: the threshold of a limit, giftRevenue.target.missed';
  const mixed = (id: string) => (stack: Stack) => {
    const swapped = (stack.infrastructure ?? []).map(({ saturation = {}, utilisation = {}, ...one }) =>
      one.id === id
        ? { ...one, saturation: utilisation, utilisation: saturation }
        : { ...one, saturation, utilisation },
    );
    return { ...stack, infrastructure: swapped };
  };

  const withFeed = (change: (feed: Service) => Service) => (stack: Stack) => ({
    ...stack,
    services: stack.services.map((one) => (one.id === 'fyp-service' ? change(one) : one)),
  });
  const withExecutive = (change: (one: Executive) => Executive) => (stack: Stack) => ({
    ...stack,
    executive: change(found(stack.executive, 'the board above all')),
  });
  const reversed = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).toReversed());
  const withoutFirst = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).slice(1));
  const bare = (tiles: Executive['tiles']) => mapAll(tiles, ({ versus: _versus, ...tile }) => tile);

  it.each<readonly [keyof typeof answers, string, (stack: Stack) => Stack]>([
    ['SV-01', 'a figure under another title', edit('cache: the title of a figure, memory')],
    ['SV-01', 'a component that is not there', edit('message-queue: removed')],
    ['SV-01', 'the figures of a role in another', mixed('message-queue')],
    ['SV-02', 'another p99', edit('search: what is expected')],
    ['SV-03', 'another target', edit('business: the target, dailyUsers')],
    ['SV-03', 'another threshold', edit('business: the threshold of a limit, engagement.low')],
    ['SV-03', 'another share of a target that is a figure', edit(missed)],
    ['SV-04', 'another target', edit('feed-quality: the target, diversity')],
    ['SV-04', 'another importance', edit('feed-quality: the importance, rewatch')],
    ['SV-05', 'tiles in another order', withExecutive(({ tiles, ...rest }) => ({ ...rest, tiles: reversed(tiles) }))],
    ['SV-05', 'a tile that is compared with nothing', withExecutive((one) => ({ ...one, tiles: bare(one.tiles) }))],
    ['SV-05', 'no trend', withExecutive(({ trend: _trend, ...rest }) => rest)],
    ['SV-05', 'no regions', withExecutive(({ regions: _regions, ...rest }) => rest)],
    ['SV-06', 'no caches', withFeed(({ caches: _caches, ...rest }) => rest)],
    ['SV-06', 'a stage less', withFeed(({ stages = {}, ...rest }) => ({ ...rest, stages: withoutFirst(stages) }))],
    ['SV-06', 'no way back', withFeed(({ deployment: _deployment, ...rest }) => rest)],
    ['SV-06', 'no capacity', withFeed(({ capacity: _capacity, ...rest }) => rest)],
    ['SV-07', 'more time to respond', change({ responseWithin: '6m' })],
    ['SV-08', 'a later alert', edit('cache: the for, hitRateLow')],
    ['SV-08', 'another threshold', edit('cdn: the threshold, errorRate')],
    ['SV-08', 'another severity', edit('regional-health: the severity of an alert, healthCheck')],
    ['SV-08', 'another first step', edit('live-stream-start: a first step, live-start-failures')],
    ['SV-09', 'a summary with another threshold', edit('fyp-service: the threshold, latencyHigh')],
    ['SV-10', 'a page that is not posted', change({ notify: ['page'] })],
    ['SV-11', 'a step before the key steps', edit('database: a first step, db-overload')],
    ['SV-12', 'another objective', edit('gift-processing: the objective, success')],
    ['SV-12', 'an SLO under another title', edit('video-playback: the title of an SLO, startTime')],
  ])('%s: %s', (id, _, changed) => {
    const outputs = outputsOf(uncheckedTreeOf(changed(shortVideo)));
    expect(() => answers[id](outputs)).toThrow();
  });
});

import { expect, test } from 'vitest';
import { surveyOf } from '../../generators/interlock/survey/index.ts';
import { type Outcome, signalbox } from '../cli/signalbox.ts';
import { exposing, prometheus } from '../exposition/prometheus.ts';
import { repositoryRoot } from '../repository/repository-root.ts';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { expositionOf } from './exposition-text.ts';
import { broken, shortVideo, threeTold } from './short-video.ts';

const compiled = shortVideo();
const sound = expositionOf(compiled);
/** Every job by which a service is scraped or a series is chosen. */
const jobs = [
  ...new Set(
    surveyOf(compiled)
      .rules.flatMap(({ selectors }) => selectors)
      .flatMap(({ selector }) => selector.matchers.filter(({ label, op }) => label === 'job' && op === '='))
      .map(({ value }) => value),
  ),
].sort();

type Found = Readonly<Record<'code' | 'path' | 'message', string>>;

/** Checks against a Prometheus that scrapes the same text under each of these jobs. */
async function checkLive(exposition: string, names: readonly string[], ...words: readonly string[]): Promise<Outcome> {
  const server = await exposing(exposition);
  try {
    const hosts = Object.fromEntries(names.map((name) => [name, [new URL(server.url).host]]));
    const { url, stop } = await prometheus(scratchDirectory(), hosts);
    return await signalbox(repositoryRoot, ['check', '--live', url, ...words]).finally(stop);
  } finally {
    await server.stop();
  }
}

test('check --live says nothing of servers that expose what is declared', async () => {
  const { code, stdout, stderr } = await checkLive(sound, jobs);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d{2,} metrics and \d{3,} expressions compared with 127\.0\.0\.1:\d+\.\n$/);
}, 90_000);

test('check --live says the same three things as check --exposition', async () => {
  const { code, stdout } = await checkLive(broken(sound), jobs, '--json');
  const found: readonly Found[] = JSON.parse(stdout);

  expect(found).toHaveLength(3);
  expect(found).toEqual(threeTold.map((told) => expect.objectContaining(told)));
  expect(code).toBe(1);
}, 90_000);

test('a job that nothing is scraped under is told once, whoever names it', async () => {
  const without = ['fyp-service', 'node-queue'];
  const { code, stdout } = await checkLive(
    sound,
    jobs.filter((job) => !without.includes(job)),
    '--json',
  );
  const found: readonly Found[] = JSON.parse(stdout);

  expect(code).toBe(1);
  expect(found.map((one) => [one.code, one.path])).toEqual([
    ['exposition/job', 'short-video › fyp-service › job'],
    ['exposition/job', 'short-video › job node-queue'],
  ]);
  expect(found[1]?.message).toMatch(
    /^nothing is scraped under job="node-queue".*\nblind: alerts .*MessageQueueDiskHigh/,
  );
}, 90_000);

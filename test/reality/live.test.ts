import { expect, test } from 'vitest';
import { signalbox } from '../cli/signalbox.ts';
import { type Scraped, withPrometheus } from '../judges/prometheus.ts';
import { repositoryRoot } from '../repository/repository-root.ts';
import { expositionOf } from './exposition-text.ts';
import { broken, shortVideo, threeFindings } from './short-video.ts';

const { stack } = shortVideo();
const sound = expositionOf(stack);
const jobs = [...new Set(stack.services.flatMap(({ job }) => job ?? []))];

/** Who exposes what does not matter to these definitions: the first job exposes everything, the others answer. */
const pagesOf = (exposition: string): readonly Scraped[] =>
  jobs.map((job, index) => ({ job, exposition: index === 0 ? exposition : '' }));

const check = (url: string, ...words: readonly string[]) =>
  signalbox(repositoryRoot, ['check', '--live', url, ...words]);

test('check --live says nothing of servers that expose what is declared', async () => {
  const { code, stdout, stderr } = await withPrometheus(pagesOf(sound), (url) => check(url));

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d\d metrics and \d{3,} expressions compared with 127\.0\.0\.1:\d+\.\n$/);
}, 90_000);

test('check --live says the same three things as check --exposition', async () => {
  const { code, stdout } = await withPrometheus(pagesOf(broken(sound)), (url) => check(url, '--json'));
  const found: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout);

  expect(found).toHaveLength(3);
  expect(found).toEqual(threeFindings.map((want) => expect.objectContaining({ ...want, level: 'error' })));
  expect(code).toBe(1);
}, 90_000);

test('a job that nothing is scraped under', async () => {
  const [first, , ...rest] = pagesOf(sound);
  if (first === undefined) throw new Error('no service has a job');
  const { code, stderr } = await withPrometheus([first, ...rest], (url) => check(url));

  expect(code).toBe(1);
  expect(stderr).toContain(`nothing is scraped under job="${jobs[1]}"`);
  expect(stderr).toContain('1 error.');
}, 90_000);

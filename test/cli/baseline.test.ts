import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { definitions, signalbox, writeFiles } from './signalbox.ts';

/** A promise over 90 days, of which the Prometheus keeps 40: an error that an organisation may start with. */
const slo = (key: string) =>
  `${key}: s.availability(requests, { objective: '99.9%', window: '90d', noTraffic: 'good', bad, runbook: down }),`;
const withSlos = (...keys: readonly string[]) => definitions({ slos: keys.map(slo).join('\n') });
const entry = (key: string) => ({ code: 'slo/retention', path: `prod › search › slos.${key}` });

it('a baseline lets an organisation start with what it has, and only shrinks', async () => {
  const directory = scratchDirectory();
  const file = join(directory, 'definitions/signalbox-baseline.json');
  const write = (text: string) => writeFiles(directory, { 'definitions/index.ts': text });
  const build = (...words: readonly string[]) => signalbox(directory, ['build', '--no-types', ...words]);
  writeFiles(directory, { 'package.json': '{ "type": "module" }\n' });

  write(withSlos('a', 'b'));
  expect(await build()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('error slo/retention  prod › search › slos.a\n'),
  });
  expect(await build('--shrink-baseline')).toMatchObject({
    code: 2,
    stderr: 'signalbox: there is no baseline to shrink, see --write-baseline\n',
  });
  expect(await build('--write-baseline')).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(expect.arrayContaining([entry('a'), entry('b')]));
  expect(await build()).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/Not counted: [1-9]\d* known from signalbox-baseline.json\.\n$/),
  });
  expect(await build('--write-baseline')).toMatchObject({ code: 2 });

  write(withSlos('a'));
  expect(await build()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('error baseline/stale  prod › search › slos.b\n'),
  });
  expect(await build('--shrink-baseline')).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toContain(`  ${JSON.stringify(entry('a'))}`);
  expect(readFileSync(file, 'utf8')).not.toContain('slos.b');

  write(withSlos('a', 'c'));
  expect(await build('--shrink-baseline')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('error slo/retention  prod › search › slos.c\n'),
  });
  expect(readFileSync(file, 'utf8')).not.toContain('slos.c');

  writeFiles(directory, { 'definitions/signalbox-baseline.json': '[{ "code": 1 }]' });
  expect(await build()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('error baseline/unreadable  definitions/signalbox-baseline.json\n'),
  });
}, 90_000);

it('a waiver holds until its day, whatever clock says so', async () => {
  const directory = scratchDirectory();
  const waiver =
    "{ code: 'slo/retention', of: 'prod › search › slos.a', reason: 'New disks.', owner: 'Ada', until: '2026-07-01' }";
  writeFiles(directory, {
    'package.json': '{ "type": "module" }\n',
    'definitions/index.ts': definitions({ slos: slo('a'), most: `waivers: [${waiver}],` }),
  });
  const build = (words: readonly string[], env = {}) =>
    signalbox(directory, ['build', '--no-types', '--json', ...words], env);
  const codes = ({ stdout }: { readonly stdout: string }) =>
    JSON.parse(stdout).flatMap((one: { readonly code: string }) =>
      /retention|waiver/.test(one.code) ? [one.code] : [],
    );
  expect(codes(await build([]))).toEqual([]);
  expect(codes(await build([], { SIGNALBOX_TODAY: '2026-07-02' }))).toEqual(['slo/retention', 'waiver/expired']);
  expect(codes(await build(['--today', '2026-07-02']))).toEqual(['slo/retention', 'waiver/expired']);
}, 60_000);

/** What the README shows is true: its complaint is what the program prints, its first service compiles. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signalbox, writeFiles } from '../cli/signalbox.ts';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { repositoryRoot, textOf } from './repository-root.ts';

const feed = 'definitions/short-video/services/feed.slos.ts';
const shown = /^```\n(error [\s\S]*?)^```$/m.exec(textOf('README.md'))?.[1];

/** Builds a copy of the definitions in which the feed's promise on latency is another. */
function buildPromising(within: string) {
  const directory = scratchDirectory();
  cpSync(join(repositoryRoot, 'definitions'), join(directory, 'definitions'), { recursive: true });
  const text = textOf(feed);
  expect(text.split("within: '50ms'")).toHaveLength(2);
  writeFiles(directory, {
    'package.json': '{ "type": "module" }\n',
    [feed]: text.replace("within: '50ms'", `within: '${within}'`),
  });
  return signalbox(directory, ['build', '--no-types']);
}

it.each([
  { within: '55ms', want: { code: 1, stdout: '', stderr: shown } },
  // A bucket is no mistake: what the README shows is about the promise and nothing else.
  { within: '60ms', want: { code: 0, stderr: '' } },
])('a promise within $within', async ({ within, want }) => {
  expect(shown).toContain('slo/not-a-bucket');
  expect(await buildPromising(within)).toMatchObject(want);
});

it('the first service of the README compiles without a complaint', async () => {
  const definitions = /^```ts\n(\/\/ definitions\.ts\n[\s\S]*?)^```$/m.exec(textOf('README.md'))?.[1] ?? '';
  const directory = scratchDirectory();
  writeFiles(directory, { 'package.json': '{ "type": "module" }\n', 'definitions.ts': definitions });
  const built = await signalbox(directory, ['build', '--no-types', '--definitions', 'definitions.ts']);
  expect(built).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^out\/: 28 written/) });
});

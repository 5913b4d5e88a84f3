import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { markerOf } from '../../generators/write/ownership.ts';
import { writeArtifacts } from '../../generators/write/write-artifacts.ts';
import { contentsOf, scratchDirectory } from './scratch-directory.ts';
import { versions } from './two-versions.ts';

const kills = 10;
/** Longer than one build of this size takes, so that kills strike staging, renaming and removing. */
const latestKillMs = 800;
const endlessBuild = fileURLToPath(new URL('endless-build.ts', import.meta.url));

const allowed = new Map<string, Set<string>>([['prod/.signalbox', new Set([markerOf('prod').content])]]);
for (const { path, content } of versions.flat()) {
  allowed.set(path, (allowed.get(path) ?? new Set()).add(content));
}

/** Starts the endless build and ends it with SIGKILL some time after its first sign of life. */
async function buildAndKill(outDir: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', endlessBuild, outDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

function publishedFiles(outDir: string): readonly (readonly [path: string, text: string])[] {
  return Object.entries(contentsOf(outDir)).filter(([path]) => !path.includes('/.signalbox-new-'));
}

it(`after kill -9 every file is whole, and the next build heals (${kills} kills)`, { timeout: 120_000 }, async () => {
  const outDir = scratchDirectory();
  const [first = []] = versions;
  const seen = { files: 0, unfinished: 0, staged: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    await buildAndKill(outDir, Math.random() * latestKillMs);
    const published = publishedFiles(outDir);
    expect(published.filter(([path, text]) => !allowed.get(path)?.has(text)).map(([path]) => path)).toEqual([]);
    seen.files += published.length;
    seen.unfinished += published.length === first.length + 1 ? 0 : 1;
    seen.staged += Object.keys(contentsOf(outDir)).length > published.length ? 1 : 0;

    await writeArtifacts(outDir, first);
    const healed = [markerOf('prod'), ...first].map(({ path, content }) => [path, content]);
    expect(contentsOf(outDir)).toEqual(Object.fromEntries(healed));
  }
  // The kills did strike in the middle: half-made output was seen, and whole files in it.
  expect(seen.files).toBeGreaterThan(first.length);
  expect(seen.staged + seen.unfinished).toBeGreaterThan(0);
});

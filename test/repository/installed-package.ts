import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot, textOf } from './repository-root.ts';

/** A project that has installed the packed package, as a user would have it. */
export interface Consumer {
  readonly root: string;
  /** Runs the installed command in the project's directory. */
  readonly signalbox: (...args: readonly string[]) => Run;
  /** Runs the project's own TypeScript. */
  readonly tsc: (...args: readonly string[]) => Run;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * Packs the package and installs it in `directory` without a network: what it declares as dependencies, and only that,
 * is linked from the repository, so that a dependency it forgot to declare is missing there.
 */
export function installPacked(directory: string): Consumer {
  const modules = join(directory, 'node_modules');
  mkdirSync(join(modules, 'signalbox'), { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', directory], { cwd: repositoryRoot });
  const tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', join(directory, tarball), '-C', join(modules, 'signalbox'), '--strip-components=1']);
  const { dependencies } = manifestSchema.parse(JSON.parse(textOf('package.json')));
  for (const name of Object.keys(dependencies)) link(name, modules);
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  cpSync(join(repositoryRoot, 'definitions'), join(directory, 'definitions'), { recursive: true });
  return {
    root: directory,
    signalbox: (...args) => run(directory, join(modules, 'signalbox/dist/main.js'), args),
    tsc: (...args) => run(directory, join(repositoryRoot, 'node_modules/typescript/bin/tsc'), args),
  };
}

function link(name: string, modules: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(repositoryRoot, 'node_modules', name), join(modules, name));
}

function run(cwd: string, script: string, args: readonly string[]): Run {
  // Without the conditions and loaders that this test process was started with.
  const { NODE_OPTIONS: _, ...env } = process.env;
  return spawnSync(process.execPath, [script, ...args], { cwd, env, encoding: 'utf8' });
}

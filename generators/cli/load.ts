import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, problem } from '../diagnostics/diagnostic.ts';
import { pathFrom } from '../diagnostics/place.ts';
import { shown } from '../language/shown.ts';
import { isStack } from '../resolve/shapes.ts';
import { loadFailure } from './load-failure.ts';
import { importModule } from './module-loader.ts';

export type Loaded =
  | {
      readonly kind: 'loaded';
      /** The default export as a list; what is in it is unchecked. */
      readonly stacks: readonly unknown[];
      /** Texts of the files that stacks name, by the name they use. What cannot be read is missing here. */
      readonly files: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/** Runs the definitions file (relative to `cwd`). Whatever is wrong with it is a diagnostic. */
export async function loadDefinitions(file: string, cwd: string): Promise<Loaded> {
  const path = resolve(cwd, file);
  const name = pathFrom(cwd, path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return failed(noFile(path, name || file, stats?.isDirectory() === true, cwd));
  try {
    const exported = defaultOf(await importModule(path));
    const stacks = [exported].flat();
    if (!stacks.some(isStack)) return failed(noStacks(name, exported));
    return { kind: 'loaded', stacks, files: namedFiles(stacks, dirname(path)) };
  } catch (error) {
    return failed(loadFailure(error, name, cwd));
  }
}

function noFile(path: string, name: string, isDirectory: boolean, cwd: string): Diagnostic {
  const usual = ['index.ts', 'definitions/index.ts'].map((one) => join(path, one)).find((one) => existsSync(one));
  const example = usual === undefined ? 'FILE' : pathFrom(cwd, usual);
  const cure = `Name the file that exports your stacks: --definitions ${example}.`;
  const message = isDirectory ? 'it is a directory' : 'there is no such file';
  return problem('load/module', { path: [name] }, message, cure);
}

function failed(diagnostic: Diagnostic): Loaded {
  return { kind: 'failed', diagnostics: [diagnostic] };
}

/** A module compiled to CommonJS has its default export one level deeper. */
function defaultOf(module: unknown): unknown {
  const exported = fieldOf(module, 'default');
  return fieldOf(exported, '__esModule') === true ? fieldOf(exported, 'default') : exported;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function noStacks(name: string, exported: unknown): Diagnostic {
  const message =
    exported === undefined ? 'the file has no default export' : `the default export is ${shown(exported)}`;
  const cure = 'End the file with export default [production]; where production is stack({…}).';
  return problem('load/no-stacks', { path: [name] }, `${message}, and no stack`, cure);
}

function namedFiles(stacks: readonly unknown[], directory: string): ReadonlyMap<string, string> {
  return new Map(
    stacks.flatMap(filesNamedBy).flatMap((name) => {
      const text = textOf(resolve(directory, name));
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** The files that exist already and that a stack names: its Alertmanager's, and what it lives beside. */
export function filesNamedBy(stack: unknown): readonly string[] {
  const beside = fieldOf(stack, 'beside');
  const named = (Array.isArray(beside) ? beside : []).map((one) => fieldOf(one, 'file'));
  const names = [fieldOf(fieldOf(stack, 'alertmanager'), 'existing'), ...named];
  return names.filter((name) => typeof name === 'string');
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The resolver names what is missing, with the definition that wants it.
    return undefined;
  }
}

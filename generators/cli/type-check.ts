import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export type TypeCheck =
  | { readonly kind: 'clean' }
  /** What tsc printed. */
  | { readonly kind: 'errors'; readonly text: string }
  /** Nobody has looked at the types, and why. */
  | { readonly kind: 'unchecked'; readonly reason: string };

/** Starts the type check of the project that a definitions file belongs to, with that project's TypeScript. */
export function checkTypes(definitions: string, cwd: string, color: boolean): Promise<TypeCheck> {
  const file = resolve(cwd, definitions);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return Promise.resolve({ kind: 'clean' });
  const tsc = tscFor(file);
  if (tsc === undefined) return Promise.resolve({ kind: 'unchecked', reason: 'the project has no typescript package' });
  const project = projectOf(dirname(file));
  const what = project === undefined ? [...alone, file] : ['--project', project];
  return run([tsc, '--noEmit', '--pretty', String(color), ...what], cwd);
}

/** A file without a project is checked as strictly as one should be. */
const alone = [
  '--strict',
  '--target',
  'es2023',
  '--module',
  'nodenext',
  '--skipLibCheck',
  '--allowImportingTsExtensions',
];

function run(command: readonly string[], cwd: string): Promise<TypeCheck> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => settle({ kind: 'unchecked', reason: `tsc does not start: ${error.message}` }));
    child.on('close', (code) => {
      const text = Buffer.concat(chunks).toString('utf8');
      settle(code === 0 ? { kind: 'clean' } : { kind: 'errors', text: text || `tsc ended with ${code}\n` });
    });
  });
}

/** The program behind `npx tsc` in the user's project. */
function tscFor(file: string): string | undefined {
  try {
    const manifest = createRequire(file).resolve('typescript/package.json');
    const { bin }: { readonly bin?: Readonly<Record<string, string>> } = JSON.parse(readFileSync(manifest, 'utf8'));
    return bin?.tsc === undefined ? undefined : join(dirname(manifest), bin.tsc);
  } catch {
    return undefined;
  }
}

/** The nearest tsconfig.json from a directory upwards. */
function projectOf(directory: string): string | undefined {
  const candidate = join(directory, 'tsconfig.json');
  if (existsSync(candidate)) return candidate;
  const parent = dirname(directory);
  return parent === directory ? undefined : projectOf(parent);
}

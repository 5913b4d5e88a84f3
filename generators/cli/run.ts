import { readFileSync } from 'node:fs';
import { isDate } from '../language/fields.ts';
import { type BuildCall, help, readArguments } from './arguments.ts';
import { checkTypes } from './type-check.ts';
import type { World } from './world.ts';

/** Does what the words after `signalbox` say; gives the exit code. */
export async function run(words: readonly string[], world: World): Promise<number> {
  const call = readArguments(words);
  switch (call.verb) {
    case 'help':
      world.say(help);
      return 0;
    case 'version':
      world.say(`${ownVersion()}\n`);
      return 0;
    case 'wrong':
      return refuse(call.message, world);
    case 'explain':
      return answer(call.code, world);
    case 'import':
      return (await import('./import/import-metrics.ts')).importMetrics(call, world);
    case 'init':
      return (await import('./init/init.ts')).init(call, world);
    default:
      return compileWith(call, world);
  }
}

/** Each command is loaded when it is wanted: the compiler is large, and tsc can look at the types meanwhile. */
async function compileWith(call: BuildCall, world: World): Promise<number> {
  const today = world.today(call.today);
  if (!isDate(today)) return refuse(`SIGNALBOX_TODAY is ${JSON.stringify(today)}; write YYYY-MM-DD.`, world);
  const typing = call.types ? checkTypes(call.definitions, world.cwd, world.color) : undefined;
  const { build } = await import('./build.ts');
  return build(call, world, typing);
}

function refuse(message: string, world: World): number {
  world.complain(`signalbox: ${message}\nsignalbox --help says what can be done.\n`);
  return 2;
}

async function answer(code: string, world: World): Promise<number> {
  const { explain } = await import('./explain.ts');
  const { kind, text } = explain(code);
  if (kind === 'explained') world.say(text);
  else world.complain(text);
  return kind === 'explained' ? 0 : 2;
}

/** Both `generators/cli/` and `dist/cli/` lie two levels below the package's manifest. */
function ownVersion(): string {
  const manifest: { readonly version?: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version ?? 'unknown';
}

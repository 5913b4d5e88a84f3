import { readFileSync } from 'node:fs';
import { isDate } from '../language/fields.ts';
import { help, readArguments } from './arguments.ts';
import { build } from './build.ts';
import { explain } from './explain.ts';
import { importMetrics } from './import/import-metrics.ts';
import { init } from './init/init.ts';
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
      return importMetrics(call, world);
    case 'init':
      return init(call, world);
    default: {
      const today = world.today(call.today);
      return isDate(today)
        ? build(call, world)
        : refuse(`SIGNALBOX_TODAY is ${JSON.stringify(today)}; write YYYY-MM-DD.`, world);
    }
  }
}

function refuse(message: string, world: World): number {
  world.complain(`signalbox: ${message}\nsignalbox --help says what can be done.\n`);
  return 2;
}

function answer(code: string, world: World): number {
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

import { countText, plainDiagnostics, printDiagnostics } from '../diagnostics/print.ts';
import type { BuildCall } from './arguments.ts';
import type { Verdict } from './settle.ts';
import type { TypeCheck } from './type-check.ts';
import type { World } from './world.ts';

/** Prints what was found: blocks for people, or one JSON array for machines. */
export function reportVerdict(verdict: Verdict, { json, against }: BuildCall, world: World): void {
  const { errors, warnings } = verdict;
  const shown = [...errors, ...warnings];
  if (json) world.say(`${JSON.stringify(plainDiagnostics(shown, world.cwd), null, 2)}\n`);
  else if (shown.length > 0) world.complain(`${printDiagnostics(shown, world)}\n`);
  const line = countLine(verdict, against === undefined);
  if (line !== '') world.complain(`${line}\n`);
}

/** `12 errors, 1 warning; out/ stays as it was. 3 known errors and 1 waived are not counted.` */
function countLine({ errors, warnings, known, waived }: Verdict, writes: boolean): string {
  const counts = countText({ error: errors.length, warning: warnings.length });
  const quiet = [
    ...(known.length > 0 ? [`${known.length} known from signalbox-baseline.json`] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
  ].join(' and ');
  const help =
    errors.length > 0 ? ` ${writes ? 'Nothing was written; ' : ''}\`signalbox explain CODE\` says more.` : '';
  return [counts === '' ? '' : `${counts}.${help}`, quiet === '' ? '' : `Not counted: ${quiet}.`]
    .filter(Boolean)
    .join(' ');
}

/** Prints what the type check found; tells whether it lets the build go on. */
export function reportTypes(types: TypeCheck | undefined, world: World): boolean {
  if (types?.kind === 'unchecked') world.complain(`The types were not checked: ${types.reason}.\n`);
  if (types?.kind !== 'errors') return true;
  world.complain(`${types.text.trimEnd()}\n\nThe types do not check; nothing was written.\n`);
  return false;
}

import type { StackSettings } from '../compile.ts';
import { type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import { isAdjustable } from '../diagnostics/explanations.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { shown } from '../language/shown.ts';
import { joined } from '../resolve/walk.ts';
import { explanations } from './explain.ts';

const adjustable = Object.keys(explanations).filter(isAdjustable);

/** Whether a stack's `levels` or a waiver may name this code. */
export function isSettable(code: string): boolean {
  return adjustable.includes(code);
}

/** Levels and waivers of codes that there are not, or that nobody may adjust: they would do nothing. */
export function unknownSettings({ address, levels, waivers }: StackSettings): readonly Diagnostic[] {
  const named = Object.keys(levels).filter((code) => !isSettable(code));
  return [
    ...named.map((code) => problem('level/unknown', inside(address, joined('levels', code)), ...complaint(code))),
    ...waivers.flatMap(({ code }, index) => {
      const at = inside(address, `waivers[${index}].code`);
      return isSettable(code) ? [] : [problem('waiver/unknown-code', at, ...complaint(code))];
    }),
  ];
}

function complaint(code: string): readonly [message: string, cure: string] {
  if (Object.hasOwn(explanations, code)) {
    const message = `${code} can neither be waived nor given another level`;
    return [message, 'Remove it here, and repair what the complaint names.'];
  }
  const hint = didYouMean(code, adjustable);
  const cure = hint === '' ? 'Write the code as the complaint shows it, behind its level.' : 'Correct the spelling.';
  return [`there is no code ${shown(code)}${hint}`, cure];
}

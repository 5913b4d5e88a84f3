import { dump } from 'js-yaml';
import type { Compiled } from '../../model/observables.ts';
import type { Insertion } from '../../model/routing.ts';
import { yaml } from '../yaml.ts';
import { ourLists } from './configuration.ts';

const indented = (text: string, columns: number): string => text.trimEnd().replaceAll('\n', `\n${' '.repeat(columns)}`);

const inline = (item: unknown): string => dump(item, { flowLevel: 0, noRefs: true, lineWidth: -1 }).trimEnd();

/** Items as they stand at an insertion, with all that keeps what follows where it was. */
function printed({ form, list, indent }: Insertion, items: readonly unknown[]): string {
  const pad = ' '.repeat(indent);
  switch (form) {
    case 'below-key':
      return `
${pad}${indented(yaml(items), indent)}`;
    case 'new-key':
      return `${indented(yaml({ [list]: items }), indent)}
${pad}`;
    case 'in-brackets':
      return items.map((item) => `${inline(item)}, `).join('');
    case 'new-key-in-braces':
      return `${list}: ${inline(items)}, `;
  }
}

/** The existing file with our routes, receivers and inhibitions first in its lists; the rest is as it was, to the byte. */
export function besideExisting(compiled: Compiled): string {
  const lists = ourLists(compiled);
  const text = compiled.stack.alertmanager.existing ?? '';
  const { insertions } = compiled.observables.routing;
  const pieces = insertions.map((one, index) => {
    const rest = text.slice(one.at, insertions[index + 1]?.at ?? text.length);
    const piece = printed(one, lists[one.list]);
    // What was empty has nothing after ours.
    return (/^\s*[\]}]/.test(rest) ? piece.replace(/, $/, '') : piece) + rest;
  });
  return text.slice(0, insertions[0]?.at ?? text.length) + pieces.join('');
}

import { excerpt } from './excerpt.ts';
import { closingQuote, unescaped } from './quoted-text.ts';

/** `# HELP`, `# TYPE`, `# UNIT`, `# EOF`; any other comment says nothing. */
export type CommentLine =
  | { readonly kind: 'help' | 'type' | 'unit'; readonly name: string; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'wrong'; readonly message: string };

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const KINDS = { HELP: 'help', TYPE: 'type', UNIT: 'unit' } as const;

/** The types of Prometheus' text format and of OpenMetrics. */
const TYPES: readonly string[] = [
  'counter',
  'gauge',
  'histogram',
  'summary',
  'untyped',
  'unknown',
  'info',
  'stateset',
  'gaugehistogram',
];

/** Reads a line that starts with `#`. */
export function readComment(line: string): CommentLine {
  if (/^# EOF[ \t]*$/.test(line)) return { kind: 'end' };
  const [start, word] = /^#[ \t]*(HELP|TYPE|UNIT)(?:[ \t]+|$)/.exec(line) ?? [];
  if (start === undefined || (word !== 'HELP' && word !== 'TYPE' && word !== 'UNIT')) return { kind: 'comment' };
  const { name, text } = described(line.slice(start.length));
  if (name === '') return wrong(`# ${word} is followed by the name of a metric; here is ${excerpt(line)}.`);
  if (word !== 'TYPE') return { kind: KINDS[word], name, text: unescaped(text) };
  const type = text.trim();
  return TYPES.includes(type)
    ? { kind: 'type', name, text: type }
    : wrong(`${excerpt(type)} is no type of a metric; there are ${TYPES.join(', ')}.`);
}

/** The name, empty where there is none that can be one, and what follows it. */
function described(rest: string): { readonly name: string; readonly text: string } {
  const end = closingQuote(rest, 0);
  const [word = ''] = end === -1 ? rest.split(/[ \t]/, 1) : [rest.slice(0, end + 1)];
  const name = end === -1 ? word : unescaped(rest.slice(1, end));
  return { name: end === -1 && !NAME.test(name) ? '' : name, text: rest.slice(word.length).replace(/^[ \t]+/, '') };
}

function wrong(message: string): CommentLine {
  return { kind: 'wrong', message };
}

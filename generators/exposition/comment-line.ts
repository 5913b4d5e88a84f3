import { excerpt } from './excerpt.ts';
import { unescaped } from './sample-line.ts';

/** `# HELP`, `# TYPE`, `# UNIT`, `# EOF`; any other comment says nothing. */
export type CommentLine =
  | { readonly kind: 'help' | 'type' | 'unit'; readonly name: string; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'wrong'; readonly message: string };

const DESCRIPTION =
  /^#[ \t]*(?<word>HELP|TYPE|UNIT)(?:[ \t]+(?:"(?<quoted>[^"\\]*(?:\\.[^"\\]*)*)"|(?<bare>[^ \t"]+))(?:[ \t]+(?<text>.*))?)?$/s;
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
  const word = /^#[ \t]*(HELP|TYPE|UNIT)(?=[ \t]|$)/.exec(line)?.[1];
  if (word !== 'HELP' && word !== 'TYPE' && word !== 'UNIT') return { kind: 'comment' };
  const { quoted, bare, text = '' } = DESCRIPTION.exec(line)?.groups ?? {};
  const name = quoted === undefined ? bare : unescaped(quoted);
  if (name === undefined || name === '' || (quoted === undefined && !NAME.test(name)))
    return wrong(`# ${word} is followed by the name of a metric; here is ${excerpt(line)}.`);
  if (word !== 'TYPE') return { kind: KINDS[word], name, text: unescaped(text) };
  const type = text.trim();
  return TYPES.includes(type)
    ? { kind: 'type', name, text: type }
    : wrong(`${excerpt(type)} is no type of a metric; there are ${TYPES.join(', ')}.`);
}

function wrong(message: string): CommentLine {
  return { kind: 'wrong', message };
}

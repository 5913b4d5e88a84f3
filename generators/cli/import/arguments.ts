import { type ParseArgsConfig, parseArgs } from 'node:util';
import { wrong, wrongOption } from '../wrong-call.ts';

export interface ImportCall {
  readonly verb: 'import';
  readonly source:
    | { readonly kind: 'exposition'; readonly file: string }
    | { readonly kind: 'live'; readonly url: string };
  readonly match?: RegExp;
  /** Standard output where it is left out. */
  readonly out?: string;
}

const options = {
  exposition: { type: 'string' },
  live: { type: 'string' },
  match: { type: 'string' },
  out: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the words after `signalbox import`. */
export function readImport(
  words: readonly string[],
): ImportCall | { readonly verb: 'wrong'; readonly message: string } {
  try {
    return understand(words);
  } catch (error) {
    return wrongOption(error);
  }
}

function understand(words: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [what, ...rest] = positionals;
  if (what !== 'metrics' || rest.length > 0) return wrong('Write import metrics, and nothing else without --.');
  const empty = Object.entries(values).find(([, value]) => value.trim() === '')?.[0];
  if (empty !== undefined) return wrong(`--${empty} is empty.`);
  const { exposition, live, match, out } = values;
  const source = sourceOf(exposition, live);
  if (source === undefined) return wrong('Say where the metrics are: --exposition FILE or --live URL, one of them.');
  const pattern = match === undefined ? undefined : regexpOf(match);
  if (pattern === null) return wrong(`--match ${JSON.stringify(match)} is no regular expression.`);
  return {
    verb: 'import' as const,
    source,
    ...(pattern === undefined ? {} : { match: pattern }),
    ...(out === undefined ? {} : { out }),
  };
}

function sourceOf(file: string | undefined, url: string | undefined): ImportCall['source'] | undefined {
  if (file !== undefined) return url === undefined ? { kind: 'exposition', file } : undefined;
  return url === undefined ? undefined : { kind: 'live', url };
}

function regexpOf(text: string): RegExp | null {
  try {
    return new RegExp(text);
  } catch {
    return null;
  }
}

/**
 * Where a text in double quotes that starts at `start` ends: the index of its closing quote, or -1. By hand, because a
 * regular expression runs out of stack on a text of some megabytes with escapes in it.
 */
export function closingQuote(text: string, start: number): number {
  if (text[start] !== '"') return -1;
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

/** `\\`, `\"` and `\n`; a backslash before anything else is a backslash, as Prometheus reads it. */
export function unescaped(text: string): string {
  return text.replace(/\\([\\"n])/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** What is a backslash, would end a line of code, is invisible, or turns the direction of what follows. */
const ESCAPED = /[\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu;

/** A text as a TypeScript literal on one line, whatever is in it; in the quotes that the formatter would choose. */
export function literal(text: string): string {
  const code = text.replace(ESCAPED, escaped);
  return code.includes("'") && !code.includes('"') ? `"${code}"` : `'${code.replaceAll("'", "\\'")}'`;
}

function escaped(character: string): string {
  if (character === '\\') return '\\\\';
  if (character === '\n') return '\\n';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A key of an object literal. */
export function key(name: string): string {
  return /^[a-zA-Z][a-zA-Z0-9_]*$/.test(name) ? name : literal(name);
}

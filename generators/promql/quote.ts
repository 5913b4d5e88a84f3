const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/**
 * What Go's `strconv.Quote` escapes, which Prometheus prints with: control, format and unassigned characters and all
 * spaces but the plain one. U+FFFD too: raw, Prometheus' lexer takes it for broken UTF-8.
 */
const escaped = /[\\"\p{C}\ufffd]|(?! )\p{Z}/gu;

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  // Half a surrogate pair is not a character; files cannot hold it.
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A Go string literal in double quotes, as PromQL reads it. Half surrogate pairs become U+FFFD. */
export function quote(text: string): string {
  return `"${text.replace(escaped, escapeCharacter)}"`;
}

const escapeSequence =
  /\\(?:([abfnrtv\\'"])|([0-3][0-7]{2})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|)|([^\\]+)/g;

const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(shortEscapes).map(([character, sequence]) => [sequence.slice(1), character]),
);

/** The bytes of one piece of a literal: an escape may name a single byte of a longer character. */
function bytesOf(piece: RegExpMatchArray, quoteMark: string): Uint8Array | undefined {
  const [, short, octal, byte, short16, long32, plain] = piece;
  if (plain !== undefined) return new TextEncoder().encode(plain);
  if (octal !== undefined) return Uint8Array.of(Number.parseInt(octal, 8));
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
  if (short !== undefined) {
    const isOtherQuote = (short === '"' || short === "'") && short !== quoteMark;
    return isOtherQuote ? undefined : new TextEncoder().encode(meanings.get(short) ?? short);
  }
  const code = Number.parseInt(short16 ?? long32 ?? 'none', 16);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? new TextEncoder().encode(String.fromCodePoint(code)) : undefined;
}

/** What cannot stand raw inside single or double quotes. */
const isBroken = (plain: string | undefined, quoteMark: string): boolean =>
  plain !== undefined && (plain.includes(quoteMark) || plain.includes('\n') || plain.includes('\ufffd'));

/** The text of a literal in double, single or back quotes; undefined where it is not closed or escapes wrongly. */
export function unquote(literal: string): string | undefined {
  const quoteMark = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quoteMark) || !['"', "'", '`'].includes(quoteMark)) return undefined;
  const inner = literal.slice(1, -1);
  if (quoteMark === '`') return inner.includes('`') ? undefined : inner;
  const bytes: number[] = [];
  for (const piece of inner.matchAll(escapeSequence)) {
    const some = isBroken(piece[6], quoteMark) ? undefined : bytesOf(piece, quoteMark);
    if (some === undefined) return undefined;
    for (const byte of some) bytes.push(byte);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

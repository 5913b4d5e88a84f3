/** A name that others chose, fit for one line of a terminal: it may hold anything. */
export function nameable(name: string): string {
  const plain = name.toWellFormed().replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}

/** `a`, `a and b`, `a, b and c` */
export function listingOf(words: readonly string[]): string {
  const plain = words.map(nameable);
  return plain.length < 2 ? plain.join('') : `${plain.slice(0, -1).join(', ')} and ${plain.at(-1)}`;
}

const safe = /^[\w@%+=:,./-]+$/;

/** One word for a POSIX shell, on pages that tell people what to run. */
export function shellWord(text: string): string {
  return safe.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

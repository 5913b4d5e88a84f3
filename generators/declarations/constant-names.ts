/** What a generated file imports, and words that cannot be names in a module of TypeScript. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['counter', 'unsuffixedCounter', 'gauge', 'histogram', 'nativeHistogram', 'summary', 'info'],
  ...[
    'labelValues',
    'upTo',
    'httpStatus',
    'undefined',
    'arguments',
    'eval',
    'await',
    'async',
    'yield',
    'let',
    'static',
  ],
  ...['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum'],
  ...['export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'new', 'null'],
  ...['return', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with'],
  ...[
    'implements',
    'interface',
    'package',
    'private',
    'protected',
    'public',
    'of',
    'any',
    'never',
    'unknown',
    'object',
  ],
]);

/** What a name need not repeat: the metric's kind and base unit say it. */
const KIND = /_total$/;
const UNIT = /(?:_(?:seconds|bytes|ratio|percent|celsius))+$/;

/**
 * A constant's name for each metric: camelCase without the words that all begin with and without the unit, where that stays
 * unique; else with more of the name, at last with a number. The order of the names decides nothing but that number.
 */
export function constantNames(metrics: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...new Set(metrics)].sort();
  const prefix = commonWords(sorted.map((name) => wordsOf(name.replace(KIND, ''))));
  const candidates = new Map(sorted.map((name) => [name, candidatesOf(name, prefix)]));
  const chosen = new Map(sorted.map((name) => [name, 0]));
  const current = (name: string) => candidates.get(name)?.[chosen.get(name) ?? 0] ?? '';
  for (let crowd = crowded(sorted, current); crowd.length > 0; crowd = crowded(sorted, current)) {
    const movable = crowd.filter((name) => (chosen.get(name) ?? 0) < (candidates.get(name)?.length ?? 0) - 1);
    if (movable.length === 0) break;
    for (const name of movable) chosen.set(name, (chosen.get(name) ?? 0) + 1);
  }
  return numbered(sorted, current);
}

function crowded(names: readonly string[], current: (name: string) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(current(name), (counts.get(current(name)) ?? 0) + 1);
  return names.filter((name) => (counts.get(current(name)) ?? 0) > 1);
}

function numbered(names: readonly string[], current: (name: string) => string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      let unique = current(name);
      for (let number = 2; taken.has(unique); number += 1) unique = `${current(name)}${number}`;
      taken.add(unique);
      return [name, unique];
    }),
  );
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
}

/** How many words all names begin with, and still have one of their own. Of a single name that is its first. */
function commonWords(names: readonly (readonly string[])[]): number {
  const [first = []] = names;
  const common = names.length === 1 ? 1 : first.findIndex((word, at) => names.some((words) => words[at] !== word));
  const most = Math.min(...names.map(({ length }) => length - 1));
  return Math.max(0, common === -1 ? most : Math.min(common, most));
}

/** From short to long; there is one in any case. */
function candidatesOf(name: string, prefix: number): readonly string[] {
  const events = name.replace(KIND, '');
  const bare = wordsOf(events.replace(UNIT, '')).slice(prefix);
  // Of `shop_seconds` the unit is all that tells what it is.
  const short = prefix === 0 && bare.length === 1 ? wordsOf(events) : bare;
  const longer = [events, name].map((one) => wordsOf(one).slice(prefix));
  const names = [short, ...longer, wordsOf(name)].map(camelCase).filter(isName);
  return names.length > 0 ? [...new Set(names)] : [camelCase(['metric', ...wordsOf(name)])];
}

function isName(text: string): boolean {
  return /^[a-z][a-zA-Z0-9]*$/.test(text) && !RESERVED.has(text);
}

function camelCase(words: readonly string[]): string {
  return words
    .map((word, index) => (index === 0 ? lowered(word) : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join('');
}

/** `HTTPRequests` → `httpRequests` */
function lowered(word: string): string {
  return word.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}

import { codeOf, importsOf, liesIn, type Source } from './sources.ts';

/** Each rule takes sources and says what is wrong, one sentence for each violation, sorted; none where all is well. */
type Violations = readonly string[];

/** The row of the table that a file lies in: the longest. */
function rowOf(path: string, rows: readonly string[]): string | undefined {
  return rows.filter((row) => liesIn(path, row)).toSorted((a, b) => b.length - a.length)[0];
}

/** A file imports of ours only what its row of the table allows. */
export function forbiddenArrows(
  sources: readonly Source[],
  table: Readonly<Record<string, readonly string[]>>,
): Violations {
  const rows = Object.keys(table);
  return sources.flatMap((source) => {
    const from = rowOf(source.path, rows);
    const may = from === undefined ? [] : [from, ...(table[from] ?? [])];
    return importsOf(source)
      .own.filter((target) => !may.some((place) => liesIn(target, place)))
      .map((target) => `${source.path} may not import ${target}`);
  });
}

/** `generators/emit/index.ts` → every folder that is in no row. */
export function strangersIn(sources: readonly Source[], rows: readonly string[]): Violations {
  return sources.flatMap(({ path }) => (rowOf(path, rows) === undefined ? [`${path} lies in no known folder`] : []));
}

/** What lies at the top and has no business there. */
export function strangersAtTheTop(names: readonly string[], known: readonly string[]): Violations {
  return names.filter((name) => !known.includes(name)).map((name) => `${name} is a stranger at the top`);
}

/** `@a/b/c.js` and `b/c` are parts of the packages `@a/b` and `b`; Node's own names stay whole. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** A package is used only where the table says. */
export function strangePackages(
  sources: readonly Source[],
  table: Readonly<Record<string, readonly string[]>>,
): Violations {
  return sources.flatMap((source) =>
    [...new Set(importsOf(source).others.map(packageOf))]
      .filter((name) => !(table[name] ?? []).some((place) => liesIn(source.path, place)))
      .map((name) => `${source.path} may not use ${name}`),
  );
}

const IMPURE = [
  /\bprocess(?=\.\w|\[)|(?<== *)process\b/,
  /\bnew Date(?=\()|\bDate\.\w+|\bDate(?=\()/,
  /\bperformance\.\w+/,
  /\bMath\.random\b/,
  /\brandom(?:UUID|Bytes|Int)\b/,
  /\btoLocale\w+(?=\()/,
  /\bIntl\.\w+/,
  /\blocaleCompare\b/,
  /\bconsole\.\w+/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /(?<![\w.])fetch\b(?!\??:)/,
];

/** Nothing but the given places asks the clock, chance, the locale or the process. */
export function impurities(sources: readonly Source[], allowed: readonly string[]): Violations {
  return sources
    .filter(({ path }) => !allowed.some((place) => liesIn(path, place)))
    .flatMap((source) => {
      const code = codeOf(source);
      return IMPURE.flatMap((pattern) => pattern.exec(code)?.[0] ?? []).map((word) => `${source.path} uses ${word}`);
    });
}

/** Files longer than so many lines. */
export function longFiles(sources: readonly Source[], lines: number): Violations {
  return sources
    .map(({ path, text }) => ({ path, length: text.trimEnd().split('\n').length }))
    .filter(({ length }) => length > lines)
    .map(({ path, length }) => `${path} has ${length} lines, more than ${lines}`);
}

const VAGUE = /(?:^|\/)(?:utils?|helpers?|common|misc|types|shared|lib)(?:\.ts|\/)/;

/** A thing lives with the idea it serves, not in a drawer. */
export function vagueNames(sources: readonly Source[]): Violations {
  return sources.filter(({ path }) => VAGUE.test(path)).map(({ path }) => `${path} says nothing by its name`);
}

const KEBAB = /^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*\/?)+$/;

/** Files and folders are named in kebab-case. */
export function badNames(sources: readonly Source[]): Violations {
  return sources.filter(({ path }) => !KEBAB.test(path)).map(({ path }) => `${path} is not in kebab-case`);
}

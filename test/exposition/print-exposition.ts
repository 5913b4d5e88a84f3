/** A family as a server would expose it: what is printed and read must be the same. */
export interface ExposedFamily {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'unknown';
  readonly help: string;
  readonly samples: readonly { readonly labels: readonly (readonly [string, string])[]; readonly value: string }[];
}

const BARE = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const BARE_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Prometheus' text format; names that it did not know before version 3 stand in quotes. */
export function printExposition(families: readonly ExposedFamily[], end: string): string {
  return families.flatMap((family) => linesOf(family).map((line) => `${line}${end}`)).join('');
}

function linesOf({ name, type, help, samples }: ExposedFamily): readonly string[] {
  const shown = BARE.test(name) ? name : quoted(name);
  return [
    ...(help === '' ? [] : [`# HELP ${shown} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`]),
    ...(type === 'unknown' ? [] : [`# TYPE ${shown} ${type}`]),
    ...samples.map(({ labels, value }) => `${seriesOf(name, labels)} ${value}`),
  ];
}

function seriesOf(name: string, labels: readonly (readonly [string, string])[]): string {
  const pairs = labels.map(([label, value]) => `${BARE_LABEL.test(label) ? label : quoted(label)}=${quoted(value)}`);
  if (!BARE.test(name)) return `{${[quoted(name), ...pairs].join(',')}}`;
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

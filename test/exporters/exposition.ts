/** What a family of an exposition was seen to be. */
export interface Seen {
  readonly type: string;
  /** The labels of each series, without those that Prometheus itself gives buckets and quantiles. */
  readonly series: readonly Readonly<Record<string, string>>[];
  /** Upper bounds, or quantiles. */
  readonly steps: readonly string[];
}

/** The families of an exposition text, which every line belongs to by the `# TYPE` before it. */
export function familiesOf(text: string): ReadonlyMap<string, Seen> {
  return new Map(
    text
      .split(/^# HELP .*\n/m)
      .slice(1)
      .map((block) => {
        const [head = '', ...lines] = block.trimEnd().split('\n');
        const [, , name = '', type = ''] = head.split(' ');
        const labels = lines.map(labelsOf);
        const steps = labels.flatMap(({ le, quantile }) => le ?? quantile ?? []);
        const series = labels.map(({ le: _le, quantile: _quantile, ...own }) => own);
        return [name, { type, series, steps: [...new Set(steps)] }];
      }),
  );
}

function labelsOf(line: string): Readonly<Record<string, string>> {
  const pairs = [...line.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name ?? '', value ?? '']));
}

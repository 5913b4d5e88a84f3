import { ask, type Question, type Sample, type Scenario } from './scenario.ts';

/** An expression's samples at each evaluation of a stretch. */
export type Timeline = ReadonlyMap<number, readonly Sample[]>;

/** Follows expressions from one second to another, on the evaluation grid, all in one run of promtool. */
export function follow<K extends string>(
  scenario: Scenario,
  exprs: Readonly<Record<K, string>>,
  from: number,
  to: number,
): (key: K) => Timeline {
  const { evaluation } = scenario;
  const times: number[] = [];
  for (let at = Math.ceil(from / evaluation) * evaluation; at <= to; at += evaluation) times.push(at);
  const entries = Object.entries<string>(exprs);
  const questions = entries.flatMap(([, expr]) => times.map((at): Question => [expr, at]));
  const answers = ask(scenario, questions);
  const timelines = new Map(
    entries.map(([key], i) => [key, new Map(times.map((at, j) => [at, answers[i * times.length + j] ?? []]))]),
  );
  return (key) => timelines.get(key) ?? new Map();
}

export const firing = (alert: string): string => `ALERTS{alertname="${alert}",alertstate="firing"}`;

/** Labels that samples must have; a pattern where the value does not matter to the letter. */
type Labels = Readonly<Record<string, string>>;

/** When a timeline has a sample with these labels: first, last, all, and whether without a gap between. */
export function spanOf(timeline: Timeline, labels: Labels = {}) {
  const all = [...timeline.keys()];
  const times = all.filter((at) => timeline.get(at)?.some((sample) => matches(sample, labels)));
  const [first, last] = [times[0], times.at(-1)];
  const between = all.filter((at) => first !== undefined && last !== undefined && at >= first && at <= last);
  return { first, last, times, unbroken: times.length > 0 && between.length === times.length };
}

const matches = (sample: Sample, labels: Labels): boolean =>
  Object.entries(labels).every(([name, value]) => sample.labels[name] === value);

/** The value at a second of the sample with these labels; undefined for none. */
export function valueAt(timeline: Timeline, second: number, labels: Labels = {}): number | undefined {
  return timeline.get(second)?.find((sample) => matches(sample, labels))?.value;
}

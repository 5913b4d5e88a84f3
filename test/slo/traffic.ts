/** What a metric shows at a second; `stale` is Prometheus' mark for a series that vanished, undefined is no sample. */
export type Signal = (second: number) => number | 'stale' | undefined;

/** One series and the seconds at which it is scraped: `phase`, `phase + scrape`, … */
export interface Input {
  readonly series: string;
  readonly signal: Signal;
  readonly scrape: number;
  readonly phase: number;
}

/** A stretch of constant traffic: events per second, of which a share fails. */
export interface Phase {
  readonly seconds: number;
  readonly rate: number;
  readonly errors?: number;
  /** The series are not there. */
  readonly gone?: boolean;
  /** The process restarts as the stretch begins: counters begin at zero. */
  readonly restart?: boolean;
}

export const lengthOf = (phases: readonly Phase[]): number => phases.reduce((sum, { seconds }) => sum + seconds, 0);

/** What holds at a second, from each stretch's `signal` and the seconds since it began. The last one goes on for ever. */
export function inTurn<P extends { readonly seconds: number }>(
  phases: readonly P[],
  signal: (phase: P, since: number) => ReturnType<Signal>,
): Signal {
  return (second) => {
    let since = second;
    for (const [i, phase] of phases.entries()) {
      if (since < phase.seconds || i === phases.length - 1) return signal(phase, since);
      since -= phase.seconds;
    }
    return undefined;
  };
}

/** How far a process has counted before the scenario begins: at zero Prometheus does not extrapolate. */
const COUNTED_BEFORE = 1e6;

/** A counter of the events that `perSecond` takes from each stretch: whole events, as a process counts them. */
export function counted(phases: readonly Phase[], perSecond: (phase: Phase) => number, from = COUNTED_BEFORE): Signal {
  const begun = new Map<Phase, number>();
  let count = from;
  for (const phase of phases) {
    if (phase.restart === true) count = 0;
    begun.set(phase, count);
    count += phase.seconds * perSecond(phase);
  }
  return inTurn(phases, (phase, since) =>
    phase.gone === true ? 'stale' : Math.round((begun.get(phase) ?? 0) + since * perSecond(phase)),
  );
}

/** A counter that does not exist before its first event. */
function bornLate(phases: readonly Phase[], perSecond: (phase: Phase) => number): Signal {
  const signal = counted(phases, perSecond, 0);
  return (second) => {
    const value = signal(second);
    return value === 0 ? undefined : value;
  };
}

export const good = ({ rate, errors = 0 }: Phase): number => rate * (1 - errors);
export const bad = ({ rate, errors = 0 }: Phase): number => rate * errors;

export interface Scraped {
  readonly scrape: number;
  /** Seconds by which scrapes lie off the evaluation grid. */
  readonly phase: number;
  /** More labels, written as in a selector: `region="eu"`. */
  readonly labels?: string;
  /** The error series does not exist until the first error. */
  readonly lateErrors?: boolean;
}

/** The requests of `web` by outcome, and whether its target answers. */
export function webTraffic(phases: readonly Phase[], { scrape, phase, labels = '', lateErrors }: Scraped): Input[] {
  const common = ['job="web"', 'instance="a"', ...(labels === '' ? [] : [labels])].join(',');
  const up = inTurn(phases, ({ gone }) => (gone === true ? 0 : 1));
  const failures = lateErrors === true ? bornLate(phases, bad) : counted(phases, bad);
  const inputs: readonly (readonly [string, Signal])[] = [
    [`http_requests_total{${common},status="200"}`, counted(phases, good)],
    [`http_requests_total{${common},status="503"}`, failures],
    [`up{${common}}`, up],
  ];
  return inputs.map(([series, signal]) => ({ series, signal, scrape, phase }));
}

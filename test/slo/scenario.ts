import { judge, withFiles } from '../judges/programs.ts';
import type { Input } from './traffic.ts';

/** Rules, what is scraped, and how often promtool evaluates (all groups alike: it ignores their intervals), in seconds. */
export interface Scenario {
  readonly rules: string;
  readonly inputs: readonly Input[];
  readonly evaluation: number;
  /** Divides every scrape interval and phase; the fewer, the faster. */
  readonly tick?: number;
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export type Question = readonly [expr: string, second: number];

const TICK = 5;

/** What each expression gives at each second, as promtool evaluates it. */
export function ask(scenario: Scenario, questions: readonly Question[]): readonly (readonly Sample[])[] {
  const { tick = TICK, evaluation } = scenario;
  const until = Math.max(...questions.map(([, second]) => second));
  const test = {
    rule_files: ['rules.yaml'],
    evaluation_interval: `${evaluation}s`,
    // Left alone, promtool evaluates groups in any order, and a roll-up may come before what it sums.
    group_eval_order: [...scenario.rules.matchAll(/^ {2}- name: (.+)$/gm)].map(([, name]) => name),
    tests: [
      {
        interval: `${tick}s`,
        input_series: scenario.inputs.map((input) => ({ series: input.series, values: valuesOf(input, tick, until) })),
        promql_expr_test: questions.map(([expr, second]) => ({ expr, eval_time: `${second}s`, exp_samples: NEVER })),
      },
    ],
  };
  const files = { 'rules.yaml': scenario.rules, 'test.yaml': JSON.stringify(test) };
  const { output } = withFiles(files, (directory) => judge('promtool', ['test', 'rules', 'test.yaml'], directory));
  const answers = [...output.matchAll(/^ +got: ?(.*)$/gm)].map(([, got = '']) => samplesOf(got));
  if (answers.length !== questions.length) throw new Error(output.slice(0, 4000));
  return answers;
}

/** No expression gives this: promtool then prints what it got. */
const NEVER = [{ labels: '{never="this"}', value: 0 }];

/** A sample at each scrape, `_` on the ticks between. */
function valuesOf({ signal, scrape, phase }: Input, tick: number, until: number): string {
  if (scrape % tick !== 0 || phase % tick !== 0) throw new Error('scrapes lie between ticks');
  const values: (number | string)[] = [];
  for (let at = 0; at <= until; at += tick) {
    values.push(at % scrape === phase % scrape ? (signal(at) ?? '_') : '_');
  }
  return values.join(' ');
}

/** Reads `{a="1", b="2"} 2E+00, {a="2"} NaN`, and `nil`. */
function samplesOf(got: string): readonly Sample[] {
  return [...got.matchAll(/\{([^}]*)\} (\S+?)(?:,|$)/g)].map(([, labels = '', value = '']) => ({
    labels: Object.fromEntries(
      [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', text = '']) => [name, text]),
    ),
    value: Number(value.replace('Inf', 'Infinity')),
  }));
}

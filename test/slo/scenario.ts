import { dump } from 'js-yaml';
import { emitRules } from '../../generators/emit/prometheus.ts';
import type { RuleFile } from '../../generators/model/rules.ts';
import { judge, withFiles } from '../judges/programs.ts';

/** A stretch of time with a constant request rate and error ratio; `gone`: the series are not there. */
export interface Phase {
  readonly seconds: number;
  readonly rate: number;
  readonly errors?: number;
  readonly gone?: boolean;
}

export interface Scenario {
  readonly file: RuleFile;
  readonly phases: readonly Phase[];
  readonly scrape: number;
  readonly evaluation: number;
  /** Seconds by which scrapes lie off the evaluation grid; divides the scrape interval. */
  readonly phase: number;
  /** Error series that do not exist until the first error. */
  readonly lateErrors?: boolean;
}

/** Cumulative good and bad requests at every scrape, `_` between scrapes and where there is nothing. */
function samples({ phases, scrape, phase, lateErrors }: Scenario): { readonly good: string; readonly bad: string; readonly up: string } {
  const rows = { good: [] as string[], bad: [] as string[], up: [] as string[] };
  let [at, good, bad] = [0, 0, 0];
  for (const { seconds, rate, errors = 0, gone } of phases) {
    const end = at + seconds;
    for (; at < end; at += phase) {
      good += rate * (1 - errors) * phase;
      bad += rate * errors * phase;
      const scraped = at % scrape === phase % scrape;
      rows.up.push(scraped ? (gone ? '0' : '1') : '_');
      rows.good.push(scraped && !gone ? String(Math.round(good)) : gone && scraped ? 'stale' : '_');
      rows.bad.push(scraped && !gone && (bad > 0 || lateErrors !== true) ? String(Math.round(bad)) : '_');
    }
  }
  return { good: rows.good.join(' '), bad: rows.bad.join(' '), up: rows.up.join(' ') };
}

export const rulesText = (file: RuleFile): string => {
  const [artifact] = emitRules({
    stack: { evaluators: [{ id: file.evaluator }] },
    observables: { ruleFiles: [file] },
  } as unknown as Parameters<typeof emitRules>[0]);
  return artifact?.content ?? '';
};

/**
 * What an expression gives at each of these seconds, as promtool evaluates it: `undefined` for no series, else the value
 * of the only one.
 */
export function ask(scenario: Scenario, questions: readonly (readonly [expr: string, seconds: number])[]): (number | undefined)[] {
  const { good, bad, up } = samples(scenario);
  const test = {
    rule_files: ['rules.yaml'],
    evaluation_interval: `${scenario.evaluation}s`,
    tests: [
      {
        interval: `${scenario.phase}s`,
        input_series: [
          { series: 'http_requests_total{job="web",instance="a",status="200"}', values: good },
          { series: 'http_requests_total{job="web",instance="a",status="503"}', values: bad },
          { series: 'up{job="web",instance="a"}', values: up },
        ],
        // Nothing has this value: promtool then prints what it got.
        promql_expr_test: questions.map(([expr, seconds]) => ({
          expr: `sum(${expr})`,
          eval_time: `${seconds}s`,
          exp_samples: [{ labels: '{}', value: -12345 }],
        })),
      },
    ],
  };
  const { output } = withFiles({ 'rules.yaml': rulesText(scenario.file), 'test.yaml': dump(test, { noRefs: true, lineWidth: -1 }) }, (dir) =>
    judge('promtool', ['test', 'rules', 'test.yaml'], dir),
  );
  const answers = [...output.matchAll(/^\s*got:(.*)$/gm)].map(([, got = '']) => /\} ([^\s]+)/.exec(got)?.[1]);
  if (answers.length !== questions.length) throw new Error(output.slice(0, 4000));
  return answers.map((answer) => (answer === undefined ? undefined : Number(answer)));
}

/** The seconds, on the evaluation grid between `from` and `to`, at which an alert fires. */
export function firingTimes(scenario: Scenario, alert: string, from: number, to: number): number[] {
  const times: number[] = [];
  for (let at = from; at <= to; at += scenario.evaluation) times.push(at);
  const answers = ask(
    scenario,
    times.map((at) => [`ALERTS{alertname="${alert}",alertstate="firing"}`, at] as const),
  );
  return times.filter((_, i) => answers[i] !== undefined);
}

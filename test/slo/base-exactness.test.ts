/** Every step of a counter is counted once, whatever the moments of scrapes and evaluations. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { ask } from './scenario.ts';
import { type Phase, webTraffic } from './traffic.ts';

const BURST = 60;
const END = 900;

interface Rhythm {
  readonly scrape: number;
  readonly evaluation: number;
}

/** The share of a burst within one scrape interval that the base recordings hold, for each moment of burst and scrape. */
function sharesOf(
  { scrape, evaluation }: Rhythm,
  edit: (rules: string) => string = (rules) => rules,
): readonly number[] {
  const { compiled } = compiledSlo(sloOf({ per: ['region'] }), evaluator(scrape, evaluation));
  const rules = edit(rulesText(compiled, ['base']));
  const tick = scrape / 15;
  const inputs = [];
  for (let phase = tick; phase < scrape; phase += 2 * tick) {
    for (let slot = 0; slot < Math.max(evaluation, scrape); slot += scrape) {
      const quiet = 480 + slot + phase;
      const phases: readonly Phase[] = [
        { seconds: quiet, rate: 0 },
        { seconds: tick, rate: BURST / tick, errors: 1 },
        { seconds: END - quiet, rate: 0 },
      ];
      inputs.push(...webTraffic(phases, { scrape, phase, labels: `region="${phase}+${slot}"` }));
    }
  }
  const counted = `sum_over_time(slo:sli_bad:rate[${END}s]) * ${evaluation} / ${BURST}`;
  const [samples = []] = ask({ rules, inputs, evaluation, tick }, [[counted, END]]);
  expect(samples).toHaveLength(inputs.length / 3);
  return samples.map(({ value }) => Math.round(value * 1e6) / 1e6);
}

test.each([
  { scrape: 15, evaluation: 30 },
  { scrape: 15, evaluation: 15 },
  { scrape: 15, evaluation: 60 },
  { scrape: 30, evaluation: 30 },
  { scrape: 60, evaluation: 60 },
])('scrapes every $scrape s, evaluations every $evaluation s: a burst counts 100 %', (rhythm) => {
  expect(new Set(sharesOf(rhythm))).toEqual(new Set([1]));
});

test.each([
  { evaluation: 60, want: [0, 1.333333] },
  { evaluation: 30, want: [0.666667, 1.333333] },
])(
  'a window of four scrapes evaluated every $evaluation s counts it $want times: why there is a rule',
  ({ evaluation, want }) => {
    const shares = sharesOf({ scrape: 15, evaluation }, (rules) => rules.replaceAll('[1m15s]', '[1m]'));
    expect([...new Set(shares)].sort()).toEqual(want);
  },
);

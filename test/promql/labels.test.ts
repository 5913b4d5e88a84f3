import { expect, test } from 'vitest';
import { inferLabels, type Labels, parse, presenceOf } from '../../generators/promql/index.ts';
import { promtool } from './promtool.ts';

const declared = new Map<string, ReadonlyMap<string, 'always' | 'maybe'>>([
  [
    'a',
    new Map([
      ['job', 'always'],
      ['region', 'always'],
      ['zone', 'maybe'],
    ]),
  ],
  [
    'b',
    new Map([
      ['job', 'always'],
      ['le', 'always'],
    ]),
  ],
  [
    'info',
    new Map([
      ['job', 'always'],
      ['version', 'always'],
      ['team', 'maybe'],
    ]),
  ],
]);

function labelsOf(text: string): Labels {
  const { expr, problems } = parse(text);
  if (expr === undefined) throw new Error(`${text}: ${problems[0]?.message}`);
  return inferLabels(expr, ({ name }) => declared.get(name ?? ''));
}

/** `job region? !zone …`: always, maybe, never where the set is open; the metric's name where it is carried. */
function shown(text: string): string {
  const { known, others } = labelsOf(text);
  const marks = { always: '', maybe: '?', never: '!' };
  const labels = [...known]
    .filter(([, presence]) => presence !== 'never' || others === 'maybe')
    .map(([name, presence]) => (presence === 'never' ? `!${name}` : name + marks[presence]));
  return [...labels.sort(), ...(others === 'maybe' ? ['…'] : [])].join(' ');
}

const cases: readonly (readonly [expr: string, labels: string])[] = [
  ['a', '__name__ job region zone?'],
  ['unknown', '__name__ …'],
  ['a{zone="1"}', '__name__ job region zone'],
  ['a{zone!=""}', '__name__ job region zone'],
  ['a{zone=~".+"}', '__name__ job region zone'],
  ['a{zone!="1"}', '__name__ job region zone?'],
  ['a{zone=""}', '__name__ job region'],
  ['unknown{zone="",job="x"}', '!zone __name__ job …'],
  ['1', ''],
  ['time()', ''],
  ['vector(1)', ''],
  ['scalar(a)', ''],
  ['hour()', ''],
  ['hour(a)', 'job region zone?'],
  ['-a', 'job region zone?'],
  ['rate(a[5m])', 'job region zone?'],
  ['last_over_time(a[5m])', '__name__ job region zone?'],
  ['max_over_time(rate(a[1m])[30m:1m])', 'job region zone?'],
  ['abs(a offset 5m)', 'job region zone?'],
  ['sort_desc(a)', '__name__ job region zone?'],
  ['quantile_over_time(0.9, a[5m])', 'job region zone?'],
  ['histogram_quantile(0.9, b)', 'job'],
  ['clamp_max(a, 1)', 'job region zone?'],
  // Aggregations.
  ['sum(a)', ''],
  ['sum by (job, zone, nope) (a)', 'job zone?'],
  ['sum by (job) (unknown)', 'job?'],
  ['sum without (job) (a)', 'region zone?'],
  ['sum without (job) (unknown)', '!__name__ !job …'],
  ['topk by (job) (3, a)', '__name__ job region zone?'],
  ['count_values("v", a)', 'v'],
  ['count_values by (job) ("v", a)', 'job v'],
  // With a scalar.
  ['a > 1', '__name__ job region zone?'],
  ['a > bool 1', 'job region zone?'],
  ['2 * a', 'job region zone?'],
  ['1 + 2', ''],
  // One to one.
  ['a / a', 'job region zone?'],
  ['a / on (job, zone) b', 'job'],
  ['a / ignoring (region, zone, le) b', 'job'],
  ['a > on (job) b', 'job'],
  ['a > ignoring (region) a', '__name__ job zone?'],
  // One to many.
  ['a * on (job) group_left (version, team) info', 'job region team? version zone?'],
  ['info * on (job) group_right (version) a', 'job region version zone?'],
  ['a * on (job) group_left (nope) info', 'job region zone?'],
  ['unknown * on (job) group_left (version) info', '!__name__ job version …'],
  ['a > on (job) group_left () info', '__name__ job region zone?'],
  // Sets.
  ['a and on (job) b', '__name__ job region zone?'],
  ['unknown and on (job) b', '__name__ job …'],
  ['a and on (zone) b', '__name__ job region'],
  ['a unless on (job) b', '__name__ job region zone?'],
  ['a or b', '__name__ job le? region? zone?'],
  ['sum by (job) (a) or vector(0)', 'job?'],
  ['a or unknown', '__name__ job? region? zone? …'],
  // Absence.
  ['absent(a{job="x",zone=~"1",region!="y"})', 'job'],
  ['absent(a{job="x",job!="y"})', ''],
  ['absent(a{job=""})', ''],
  ['absent(sum(a{job="x"}))', ''],
  ['absent_over_time(a{job="x"}[5m])', 'job'],
  // Relabelling.
  ['label_replace(a, "new", "x", "job", "y")', '__name__ job new? region zone?'],
  ['label_replace(a, "new", "x", "job", ".*")', '__name__ job new region zone?'],
  ['label_replace(a, "new", "x-$1", "nope", "(.*)")', '__name__ job new region zone?'],
  ['label_replace(a, "new", "$1", "job", "(.*)")', '__name__ job new region zone?'],
  ['label_replace(a, "new", "$1", "job", "(.+)")', '__name__ job new region zone?'],
  ['label_replace(a, "new", "$1", "zone", "(.*)")', '__name__ job new? region zone?'],
  ['label_replace(a, "new", "$1", "job", "(.*)-.*")', '__name__ job new? region zone?'],
  ['label_replace(a, "job", "$1", "nope", "(.+)")', '__name__ job region zone?'],
  ['label_replace(a, "job", "x", "region", "y")', '__name__ job region zone?'],
  ['label_replace(a, "job", "", "region", ".*")', '__name__ region zone?'],
  ['label_replace(a, "job", "", "region", "y")', '__name__ job? region zone?'],
  ['label_join(a, "new", "-", "job", "zone")', '__name__ job new region zone?'],
  ['label_join(a, "new", "", "zone")', '__name__ job new? region zone?'],
  ['label_join(a, "job", "", "nope")', '__name__ region zone?'],
];

test.each(cases)('%s carries %s', (expr, want) => expect(shown(expr)).toBe(want));

const input_series = [
  'a{job="x",region="eu",zone="1"}',
  'a{job="y",region="us"}',
  'b{job="x",le="1"}',
  'b{job="z",le="+Inf"}',
  'info{job="x",version="1",team="t"}',
  'info{job="y",version="2"}',
  'unknown{job="x",more="1"}',
].map((series) => ({ series, values: '1x10' }));

/** The label names of every series that Prometheus returns, by expression: promtool tells what it got instead of nonsense. */
function returnedByPrometheus(expressions: readonly string[]): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const exp_samples = [{ labels: 'nonsense', value: 0 }];
  const promql_expr_test = expressions.map((expr) => ({ expr, eval_time: '5m', exp_samples }));
  const tests = [{ interval: '1m', input_series, promql_expr_test }];
  const output = promtool(['test', 'rules', 'test.yaml'], { 'test.yaml': { tests } });
  const results = [...output.matchAll(/expr: (".*"), time: 5m,\s+exp:.*\s+got:(.*)/g)].map(
    ([, expr = '', got = '']) => {
      const series = [...got.matchAll(/\{(.*?)\} \S/g)].map(([, labels = '']) => {
        return new Set([...labels.matchAll(/(\w+)=/g)].map(([, label = '']) => label));
      });
      return [String(JSON.parse(expr)), series] as const;
    },
  );
  return new Map(results);
}

test('and Prometheus returns what was inferred', () => {
  const returned = returnedByPrometheus(cases.map(([expr]) => expr));
  const series = [...returned].flatMap(([expr, results]) => results.map((labels) => ({ expr, labels })));
  // Some match several series with several, some find nothing: no witness, no harm.
  expect(new Set(series.map(({ expr }) => expr)).size).toBeGreaterThan(55);
  const contradictions = series.filter(({ expr, labels }) => {
    const inferred = labelsOf(expr);
    const all = [...labels, ...inferred.known.keys()];
    return all.some((label) => presenceOf(inferred, label) === (labels.has(label) ? 'never' : 'always'));
  });
  expect(contradictions).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { pathText } from '../../generators/diagnostics/diagnostic.ts';
import { node } from '../../generators/exporters/index.ts';
import { parseExposition } from '../../generators/exposition/parse.ts';
import * as s from '../../generators/language/index.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import { compareWithObserved } from '../../generators/reality/compare.ts';
import { realityExplanations } from '../../generators/reality/explanations.ts';
import { joinObserved, type Seen } from '../../generators/reality/view.ts';
import { clean, compiled, withRaw } from '../interlock/fixture.ts';
import { expositionOf } from './exposition-text.ts';

const waits = s.summary('job_wait_seconds', { help: 'Time in the queue.', quantiles: { '0.5': true, '0.99': true } });
const signals = { ...clean.signals, Waits: s.clientQuantile('0.99', waits) };
const web = compiled({ service: { signals } });

function findings(text: string, of: Compiled = web, seen: Partial<Seen> = {}): readonly string[] {
  const { observed, problems } = parseExposition(text);
  expect(problems).toEqual([]);
  const found = compareWithObserved(of, { source: 'exposition', observed, truncated: [], ...seen }).diagnostics;
  return found.map(({ level, code, address, message }) => `${level} ${code} ${pathText(address)}: ${message}`);
}

const unique = (text: string): string => [...new Set(text.split('\n'))].join('\n');
const sound = expositionOf(web);
const changed = (from: string | RegExp, to: string): string => unique(sound.replaceAll(from, to));
const without = (line: RegExp): string => sound.replaceAll(new RegExp(`^${line.source}.*\n`, 'gm'), '');

test('the sound exposition has nothing to say', () => {
  expect(findings(sound)).toEqual([]);
});

/** The beginnings of all findings. */
const cases: readonly (readonly [given: string, text: string, ...want: string[]])[] = [
  [
    'a metric is gone',
    without(/(# \w+ )?job_depth/),
    'error exposition/missing-metric prod › metric job_depth: job_depth is not exposed\nblind: panel Web › Waiting',
  ],
  [
    'its suffix is gone',
    changed(/http_requests_total/g, 'http_requests').replace('http_requests counter', 'http_requests unknown'),
    'error exposition/missing-metric prod › metric http_requests_total: http_requests_total is not exposed; perhaps renamed to `http_requests`\nblind: alerts WebAvailabilityBurn,',
  ],
  [
    'a similar name of another type',
    changed(/job_depth/g, 'job_depths').replace('job_depths gauge', 'job_depths counter'),
    'error exposition/missing-metric prod › metric job_depth: job_depth is not exposed; did you mean `job_depths`?\n',
  ],
  [
    'a metric without series yet',
    without(/job_depth/),
    'warning exposition/missing-metric prod › metric job_depth: job_depth is announced, but has no series yet\nreturns nothing until then: panel Web › Waiting',
  ],
  [
    'a part of a histogram is gone',
    without(/http_request_duration_seconds_sum/),
    'error exposition/missing-metric prod › metric http_request_duration_seconds: http_request_duration_seconds is exposed without http_request_duration_seconds_sum\nblind: alert WebDrifts; panels ',
  ],
  [
    'a counter is a gauge',
    changed('http_requests_total counter', 'http_requests_total gauge'),
    'error exposition/type prod › metric http_requests_total: http_requests_total is exposed as a gauge, and declared as a counter',
  ],
  [
    'a gauge has no type',
    without(/# TYPE job_depth/),
    'warning exposition/type prod › metric job_depth: job_depth is exposed without a type, and declared as a gauge',
  ],
  [
    'a histogram is a summary',
    without(/http_request_duration_seconds_bucket/).replace('seconds histogram', 'seconds summary'),
    'error exposition/type prod › metric http_request_duration_seconds: http_request_duration_seconds is exposed as a summary, and declared as a histogram\nblind: alerts ',
  ],
  [
    'a label has another name',
    changed(/^(http_requests_total\{.*)status="/gm, '$1code="'),
    'error exposition/label prod › metric http_requests_total › labels.status: no series of http_requests_total has the label `status`; there is `code`, which is not declared\nreads a fallback instead: alerts ',
  ],
  [
    'a label that nobody declared',
    changed(/job_depth\{/g, 'job_depth{pod="a",'),
    'warning exposition/label prod › metric job_depth › labels: job_depth is exposed with `pod`, which is not declared',
  ],
  [
    'a failure that was not yet',
    without(/http_requests_total.*result="failed"/),
    'warning exposition/label-value prod › metric http_requests_total › labels.result: no series of http_requests_total has result="failed"; there is "ok"\nreturns nothing until then: alert WebLost; panel Web › Web: lost',
  ],
  [
    'no status of an open list was seen yet',
    without(/http_requests_total.*status="5/),
    'warning exposition/label-value prod › metric http_requests_total › labels.status: no series of http_requests_total has status=~"5.."; there is "200", "404"',
  ],
  [
    'a value is spelt in another way',
    changed(/result="failed"/g, 'result="Failed"'),
    'error exposition/label-value prod › metric http_requests_total › labels.result: http_requests_total is exposed with result "Failed", which is not in its list of values; perhaps `failed` is spelt "Failed"\nblind: alert WebLost; panel Web › Web: lost',
  ],
  [
    'one value more than its list has',
    changed(
      'http_requests_total{region="eu-west",status="200",result="ok"} 1',
      'http_requests_total{region="eu-west",status="200",result="ok"} 1\nhttp_requests_total{region="eu-west",status="200",result="skipped"} 1',
    ),
    'error exposition/label-value prod › metric http_requests_total › labels.result: http_requests_total is exposed with result "skipped", which is not in its list of values',
  ],
  [
    'a bucket more',
    changed(/(.*)le="0.1"(.*)/g, '$1le="0.1"$2\n$1le="0.2"$2'),
    'warning exposition/bucket prod › metric http_request_duration_seconds › buckets: http_request_duration_seconds is exposed with le="0.2", which is not declared',
  ],
  [
    'a bucket less that nothing promises',
    without(/http_request_duration_seconds_bucket.*le="0.01"/),
    'error exposition/bucket prod › metric http_request_duration_seconds › buckets: http_request_duration_seconds is exposed without the bucket 10ms (le="0.01")',
  ],
  [
    'a bucket that is spelt as nobody spells it',
    changed(/le="0.05"/g, 'le="0.050"'),
    'error exposition/bucket prod › metric http_request_duration_seconds › buckets: no series of http_request_duration_seconds has le="0.05", though that number is exposed in another spelling\nblind: alerts WebLatencyBurn',
  ],
  [
    'a quantile less',
    without(/job_wait_seconds.*quantile="0.99"/),
    'error exposition/quantile prod › metric job_wait_seconds › quantiles: job_wait_seconds is exposed without the quantile 0.99 (quantile="0.99")\nblind: panel Web › Waits',
  ],
  // Of what a scrape adds, a text knows nothing.
  ['no label of the targets', changed(/region="[a-z-]+",?/g, '')],
  // As a number the same: Prometheus 3 and OpenMetrics.
  ['other spellings of a number', changed(/quantile="0.5"/g, 'quantile="0.50"')],
];

describe('each difference is told once', () => {
  test.each(cases)('%s', (_, text, ...want) => {
    expect(findings(text)).toEqual(want.map((beginning) => expect.stringMatching(beginningWith(beginning))));
  });

  test('every code that a text can show was shown', () => {
    const shown = new Set(cases.flatMap(([, , ...want]) => want.map((one) => one.split(' ')[1])));
    const codes = Object.keys(realityExplanations).filter((code) => code !== 'exposition/job');
    expect([...shown].sort()).toEqual(codes.sort());
  });
});

const beginningWith = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);

test('of an open label, only other letters are another spelling', () => {
  const { requests } = clean;
  if (requests === undefined) throw new Error('the fixture counts no requests');
  const raw = withRaw(s.promql('count')`sum(rate(${requests.where({ status: '5XX' })}[5m])) > 1`);
  const lines = (status: string) => changed(/status="503"/g, `status="${status}"`);
  const level = (text: string) =>
    findings(text, raw)
      .filter((one) => one.includes('"5XX"'))
      .join();

  expect(level(lines('5xx'))).toMatch(/^error exposition\/label-value .*, but there is "5xx"\nblind: alert WebRaw/);
  expect(level(lines('5XY'))).toMatch(/^warning exposition\/label-value .*; there is "200", "404", "500", "5XY"\n/);
});

test('two values that are never seen together', () => {
  const { requests } = clean;
  if (requests === undefined) throw new Error('the fixture counts no requests');
  const both = requests.where({ result: 'ok', status: '503' });
  const raw = withRaw(s.promql('count')`sum(rate(${both}[5m])) > 1`);
  const [only, ...more] = findings(without(/http_requests_total.*status="503",result="ok"/), raw);

  expect(more).toEqual([]);
  expect(only).toContain('has result="ok" and status="503"');
});

describe('a running Prometheus', () => {
  const jobs = ['web', 'prometheus', 'alertmanager'];
  const target = (job: string): string => `job="${job}",instance="a:1",zone="1"`;
  const up = jobs.map((job) => `up{${target(job)}} 1\n`).join('');
  const scraped = (job: string): string =>
    sound
      .replaceAll(/^(\w+)\{/gm, `$1{${target(job)},`)
      .replaceAll(/^(\w+) /gm, `$1{${target(job)}} `)
      .replaceAll(/^#.*\n/gm, job === 'web' ? '$&' : '');
  const live = `# TYPE up gauge\n${up}${jobs.map(scraped).join('')}`;
  const asked = (text: string, truncated: readonly string[] = []) => findings(text, web, { source: 'live', truncated });

  test('has the labels of its targets, too', () => {
    expect(asked(live)).toEqual([]);
  });

  test('shows that a region label is missing', () => {
    const found = asked(unique(live.replaceAll(/region="[a-z-]+",?/g, '')));
    expect(found.length).toBeGreaterThan(3);
    for (const one of found) expect(one).toContain(' has the label `region`');
  });

  test('shows that nothing is scraped under the job of a service', () => {
    expect(asked(live.replace('up{job="web"', 'up{job="wep"'))).toEqual([
      expect.stringMatching(
        /^error exposition\/job prod › web › job: nothing is scraped under job="web"; did you mean `wep`\?\nblind: panel Web › Targets answering/,
      ),
    ]);
  });

  test('what was not read to its end is not called missing', () => {
    const cut = live
      .replaceAll(/^http_requests_total.*result="failed".*\n/gm, '')
      .replaceAll(/^(http_requests_total\{.*)status=/gm, '$1code=');
    expect(asked(cut, ['http_requests_total'])).toEqual([]);
    expect(asked(cut)).not.toEqual([]);
  });
});

test('what a catalogue leaves out is not told', () => {
  const nodes = compiled({ service: { signals: { Files: s.lowest(node.filesystemInodes) } } });
  const text = expositionOf(nodes);
  const more = text.replaceAll('node_filesystem_files{', 'node_filesystem_files{more="a",');

  expect(more).not.toBe(text);
  expect(findings(more, nodes)).toEqual([]);
  expect(findings(text.replaceAll('device="', 'disk="'), nodes)).toEqual([
    expect.stringMatching(/^error exposition\/label .* has the label `device`; there is `disk`/),
  ]);
});

test('two texts are one server', () => {
  const [first = '', second = ''] = [
    sound.slice(0, sound.indexOf('# HELP job_depth')),
    sound.slice(sound.indexOf('# HELP job_depth')),
  ];
  const seen = [first, second].map((text) => parseExposition(text).observed);
  const found = (of: readonly (typeof seen)[number][]) =>
    compareWithObserved(web, { source: 'exposition', observed: joinObserved(of), truncated: [] }).diagnostics;

  expect(found(seen)).toEqual([]);
  expect(found(seen.slice(0, 1)).length).toBeGreaterThan(0);
});

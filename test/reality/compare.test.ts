import { describe, expect, test } from 'vitest';
import { type Diagnostic, pathText, sortDiagnostics } from '../../generators/diagnostics/diagnostic.ts';
import { plainDiagnostics } from '../../generators/diagnostics/print.ts';
import { parseExposition } from '../../generators/exposition/parse.ts';
import { surveyOf } from '../../generators/interlock/survey/index.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import { compareWithObserved } from '../../generators/reality/compare.ts';
import { expositionOf } from './exposition-text.ts';
import { broken, shortVideo, threeTold } from './short-video.ts';

const compiled = shortVideo();
const sound = expositionOf(compiled);

function differences(of: Compiled, text: string): readonly Diagnostic[] {
  const { observed, problems } = parseExposition(text);
  expect(problems).toEqual([]);
  return compareWithObserved(of, { source: 'exposition', observed, truncated: [] }).diagnostics;
}

test('of servers that expose what is declared there is nothing to say', () => {
  expect(differences(compiled, sound)).toEqual([]);
  // And there was something to say it about.
  expect(surveyOf(compiled).declared.size).toBeGreaterThan(15);
  expect(surveyOf(compiled).rules.length).toBeGreaterThan(200);
  expect(sound.split('\n').length).toBeGreaterThan(500);
});

describe('a metric was renamed, a label is missing, a bucket was moved', () => {
  const found = differences(compiled, broken(sound));

  test('three errors, each with whom it blinds', () => {
    const told = plainDiagnostics(sortDiagnostics(found), '/').map(({ file, line, cure, ...rest }) => rest);
    expect(told).toHaveLength(3);
    expect(told).toEqual(expect.arrayContaining(threeTold));
  });

  test('the details hold every expression that returns nothing, with the selectors that find nothing', () => {
    const renamed = found.find(({ code }) => code === 'exposition/missing-metric')?.details;
    expect(renamed).toMatchObject({
      blind: { panels: expect.arrayContaining(['For You feed › Request rate']) },
      fallback: { alerts: [], slos: [] },
      queries: expect.arrayContaining([
        {
          kind: 'alerts',
          name: 'FYPErrorRateHigh',
          returns: 'nothing',
          selectors: ['fyp_requests_total[5m]', 'fyp_requests_total{status=~"5.."}[5m]'],
        },
        {
          kind: 'alerts',
          name: 'FypServiceAvailabilityBurnSlow',
          returns: 'nothing',
          selectors: expect.arrayContaining([expect.stringContaining('slo:sli_error:ratio{')]),
        },
      ]),
    });
  });

  test('what watches for missing telemetry is not blind', () => {
    const blind = found.flatMap(({ message }) => message.match(/\w*TelemetryMissing/g) ?? []);
    expect(blind).toEqual([]);
    expect(compiled.observables.alerts.filter(({ source }) => source === 'telemetry').length).toBeGreaterThan(20);
  });
});

test('servers that expose nothing of it: every metric is missing, and every SLO is blind', () => {
  const found = differences(compiled, '# TYPE other gauge\nother 1\n');
  const blind = found.flatMap(({ details }) => JSON.stringify(details?.blind)).join();
  const monitoring = [...surveyOf(compiled).declared.keys()].filter((name) => /^(prometheus|alertmanager)_/.test(name));

  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['exposition/missing-metric']));
  expect(found.length).toBe(surveyOf(compiled).declared.size - monitoring.length);
  for (const { slo } of compiled.observables.slos) expect(blind).toContain(slo.title);
});

test('the metrics of the monitoring itself are compared where a text holds any of its program', () => {
  const all = surveyOf(compiled).declared;
  const watched = [...all.keys()].filter((name) => name.startsWith('alertmanager_'));
  const [first = '', ...rest] = watched;
  expect(rest.length).toBeGreaterThan(2);
  const without = (names: readonly string[]): string =>
    sound.replaceAll(new RegExp(`^(# (HELP|TYPE) )?(${names.join('|')})[ {].*\n`, 'gm'), '');

  expect(differences(compiled, without(watched))).toEqual([]);
  const missing = differences(compiled, without(rest)).map(({ address }) => pathText(address));
  expect(missing.sort()).toEqual(rest.map((name) => `short-video › metric ${name}`).sort());
  expect(differences(compiled, without([first]))).toHaveLength(1);
});

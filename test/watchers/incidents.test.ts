/** Each alert on the monitoring itself fires when it must, does not when it must not, and clears. */
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { watcherAlerts } from '../../generators/model/names.ts';
import stacks from '../cases/24-watchers/definition.ts';
import { firing, follow, spanOf } from '../slo/timeline.ts';
import { ofAlertmanager } from './alertmanager-cases.ts';
import type { Case } from './case.ts';
import { BEGINS, inputOf, LASTS, MINUTE, type Series } from './incidents.ts';
import { ofMimir } from './mimir-cases.ts';
import { ofPrometheus } from './prometheus-cases.ts';

const cases: readonly Case[] = [...ofPrometheus, ...ofAlertmanager, ...ofMimir];

const { artifacts } = compile(stacks, new Map());

/** The rules on the monitoring itself; promtool knows no namespace. */
function rulesOf(evaluator: Case['evaluator']): string {
  const path = `example/prometheus/${evaluator === undefined ? '' : `${evaluator}/`}rules/stack.yaml`;
  const file = artifacts.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.content.replace(/^namespace:.*\n/m, '');
}

const up: readonly Series[] = ['prometheus', 'alertmanager', 'mimir/ruler'].map((job) => [
  `up{job="${job}",instance="p:9090"}`,
  () => 1,
]);

/** When the alert fires, from before the incident to after the last that is asked for. */
function seen({ alert, evaluator, clearsAfter }: Case, series: readonly Series[]) {
  const inputs = [...series, ...up].map(inputOf);
  const scenario = { rules: rulesOf(evaluator), inputs, evaluation: MINUTE };
  const until = BEGINS + LASTS + (Number.isFinite(clearsAfter) ? clearsAfter : 0) + 2 * MINUTE;
  return spanOf(follow(scenario, { alert: firing(alert) }, 10 * MINUTE, until)('alert'));
}

test.each(cases)('$alert fires and clears: $what', (one) => {
  const { first = Number.NaN, last = Number.NaN } = seen(one, one.ill);
  expect(first).toBeGreaterThanOrEqual(BEGINS);
  expect(first).toBeLessThanOrEqual(BEGINS + one.firesAfter);
  expect(last).toBeLessThanOrEqual(BEGINS + LASTS + one.clearsAfter);
});

const quiet = cases.flatMap((one) => Object.entries(one.under).map(([what, series]) => ({ ...one, what, series })));

test.each(quiet)('$alert is silent: $what', (one) => {
  expect(seen(one, one.series).times).toEqual([]);
});

test('every alert on the monitoring itself has an incident and a near miss', () => {
  const all = Object.values(watcherAlerts).sort();
  expect([...new Set(cases.map(({ alert }) => alert))].sort()).toEqual(all);
  expect([...new Set(quiet.map(({ alert }) => alert))].sort()).toEqual(all);
});

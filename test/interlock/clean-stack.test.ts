import { describe, expect, test } from 'vitest';
import { interlock, rules } from '../../generators/interlock/index.ts';
import { dashboardLinks } from '../../generators/interlock/links/dashboard-links.ts';
import { linksIn } from '../../generators/interlock/links/links.ts';
import { surveyOf } from '../../generators/interlock/survey/index.ts';
import type { Use } from '../../generators/interlock/survey/uses.ts';
import { panelsOf } from '../../generators/interlock/survey/uses.ts';
import { divisionsOf, type SelectorUse } from '../../generators/promql/index.ts';
import { compiled } from './fixture.ts';

const stack = compiled();
const { alerts, dashboards, slos } = stack.observables;
const survey = surveyOf(stack);
const selectors: readonly SelectorUse[] = survey.rules.flatMap((use: Use) => use.selectors);
const inside = (...names: readonly string[]): number =>
  selectors.filter(({ enclosing }) => names.some((name) => enclosing.includes(name))).length;
const ofKind = (kind: string): number =>
  selectors.filter(({ selector }) => survey.seriesOf(selector).kind === kind).length;

test.each(rules)('$code has nothing to say', ({ check }) => {
  expect(check(stack)).toEqual([]);
});

test('the interlock is silent', () => {
  expect(interlock(stack)).toEqual([]);
});

/** What each rule looked at when it said so: none of these may be nothing. */
describe('there was something to say it about', () => {
  test.each([
    { what: 'alerts of services', count: alerts.filter(({ source }) => source !== 'heartbeat').length, atLeast: 20 },
    { what: 'levels with `for`', count: alerts.filter(({ rule }) => rule.forMs > 0).length, atLeast: 5 },
    { what: 'rules', count: survey.rules.length, atLeast: 100 },
    { what: 'expressions of runbooks', count: survey.runbooks.length, atLeast: 1 },
    { what: 'expressions of dashboards', count: survey.boards.length, atLeast: 40 },
    { what: 'shapes of rules', count: survey.distinct.rules.length, atLeast: 20 },
    { what: 'shapes of panels', count: survey.distinct.boards.length, atLeast: 20 },
    { what: 'declared metrics', count: survey.declared.size, atLeast: 4 },
    { what: 'selectors of declared series', count: ofKind('declared'), atLeast: 30 },
    { what: 'selectors of recorded series', count: ofKind('recorded'), atLeast: 100 },
    { what: 'selectors of well-known series', count: ofKind('well-known'), atLeast: 10 },
    { what: 'ranges', count: selectors.filter(({ selector }) => selector.range !== undefined).length, atLeast: 50 },
    { what: 'rates', count: inside('rate', 'increase'), atLeast: 20 },
    { what: 'quantiles of histograms', count: inside('histogram_quantile'), atLeast: 3 },
    { what: 'divisions', count: survey.rules.flatMap(({ expr }) => divisionsOf(expr)).length, atLeast: 50 },
    { what: 'texts with labels', count: textsWith('$labels.'), atLeast: 5 },
    { what: 'SLOs', count: slos.length, atLeast: 6 },
    { what: 'scopes', count: slos.flatMap(({ slo }) => slo.per).length, atLeast: 2 },
    { what: 'links', count: linksIn(stack).length, atLeast: 40 },
    { what: 'links to dashboards', count: dashboardLinks(stack).length, atLeast: 20 },
    { what: 'links to panels', count: panelLinks().length, atLeast: 20 },
    { what: 'dashboards', count: dashboards.length, atLeast: 3 },
    { what: 'panels', count: dashboards.flatMap(panelsOf).length, atLeast: 20 },
    { what: 'variables', count: dashboards.flatMap(({ variables }) => variables).length, atLeast: 5 },
  ])('$what', ({ count, atLeast }) => {
    expect(count).toBeGreaterThanOrEqual(atLeast);
  });
});

function textsWith(part: string): number {
  return alerts.flatMap(({ rule }) => Object.values(rule.annotations)).filter((text) => text.includes(part)).length;
}

function panelLinks() {
  return dashboardLinks(stack).filter(({ panelId }) => panelId !== undefined);
}

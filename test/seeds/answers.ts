import { expect } from 'vitest';
import { keyAlerts, red, redWords, runbooks, severities } from './asked.ts';
import { alertOf, firstStepsOf, linesOf, type Outputs, panelOf } from './outputs.ts';

/** Fails unless the outputs answer one row. */
export type Answer = (outputs: Outputs) => void;

/** SV-02 */
export function redWithTargets(outputs: Outputs): void {
  for (const { unit, peak, errors, p50, p99, seconds, ...given } of red) {
    const uid = 'uid' in given ? given.uid : `short-video-${unit}`;
    expect(linesOf(panelOf(outputs, uid, 'Request rate')), `${unit}: peak rate`).toEqual([peak]);
    expect(linesOf(panelOf(outputs, uid, 'Error ratio')), `${unit}: error ratio`).toEqual([errors]);
    const latency = panelOf(outputs, uid, 'Latency');
    expect(linesOf(latency), `${unit}: p99`).toEqual([seconds]);
    expect(latency.description).toContain(`p50 ${p50}, p99 ${p99}`);
    expect(latency.targets.map(({ legendFormat }) => legendFormat)).toEqual(expect.arrayContaining(['p50', 'p99']));
    for (const words of [...redWords[unit], `p50 ${p50}`, `p99 ${p99}`]) {
      expect(outputs.page(`${unit}/README`)).toMatch(new RegExp(`\\*\\*Built for:\\*\\*.*\\b${words}\\b`));
    }
  }
}

/** SV-07 */
export function fourSeverities(outputs: Outputs): void {
  const want = severities.map(({ id, title, respondMs, ways }) => ({ id, title, responseMs: respondMs, notify: ways }));
  expect(outputs.severities).toEqual(want);
  for (const { id, title, within, ways } of severities) {
    expect(outputs.readme).toContain(`- **${id}**\n  ${title}: respond within ${within}. Told by ${ways.join(', ')},`);
  }
  const kinds = outputs.alertmanager.receivers.map(({ name, ...ways }) => `${name.split('/')[1]} ${Object.keys(ways)}`);
  expect(new Set(kinds.filter((kind) => !kind.startsWith('undefined')))).toEqual(
    new Set(['page pagerduty_configs', 'chat slack_configs', 'ticket webhook_configs']),
  );
}

/** SV-08 */
export function tenKeyAlerts(outputs: Outputs): void {
  expect(keyAlerts).toHaveLength(10);
  for (const { alert, says, severity, acts, ...asked } of keyAlerts) {
    const { expr, for: hold, labels, unit, annotations } = alertOf(outputs, alert);
    expect(expr.endsWith(` ${says}`) || expr.endsWith(`\n${says}`), `${alert}: ${expr}`).toBe(true);
    expect({ alert, for: hold, severity: labels.severity }).toEqual({ alert, for: asked.for, severity });
    const page = new URL(annotations.runbook ?? '').pathname.slice(1);
    expect(page.startsWith(`${unit}/`)).toBe(true);
    const steps = firstStepsOf(outputs.page(page));
    const places = acts.map((words) => steps.findIndex((step) => step.toLowerCase().includes(words.toLowerCase())));
    expect(places[0], `${alert}: ${acts[0]}`).toBe(0);
    expect(places, alert).toEqual(places.toSorted((one, other) => one - other));
  }
}

/** SV-09: the example, with what an alert of ours adds to it. */
export function configurationExample(outputs: Outputs): void {
  const { expr, labels, annotations } = alertOf(outputs, 'FYPLatencyHigh');
  expect(expr).toBe('histogram_quantile(0.99, sum by (le) (rate(fyp_request_duration_seconds_bucket[5m]))) > 0.06');
  expect(labels).toMatchObject({ severity: 'P2', service: 'fyp-service' });
  expect(Object.keys(annotations).sort()).toEqual(['dashboard', 'description', 'runbook', 'summary']);
  expect(annotations.summary).toMatch(/^FYP p99 latency .*\b60ms$/);
  expect(annotations.description).toMatch(/^FYP p99 latency is \{\{ \$value \| humanizeDuration \}\} \(.*\b60ms\b.*\)/);
  expect(annotations.runbook).toMatch(/^https:\/\/runbooks\.internal\/.*\bfyp-latency\b/);
  expect(annotations.dashboard).toMatch(/^https:\/\/grafana\.internal\/d\/fyp-overview\b/);
}

/** SV-10 */
export function pagesAndPosts(outputs: Outputs): void {
  const teams = outputs.alertmanager.route.routes.filter(({ routes }) => routes.length > 0);
  expect(teams.length).toBeGreaterThan(5);
  for (const { receiver, routes } of teams) {
    const team = receiver.split('/')[0];
    const of = (severity: string) => routes.filter(({ matchers }) => matchers.includes(`severity="${severity}"`));
    expect(of('P1').map(({ receiver, ...one }) => [receiver, one.continue])).toEqual([
      [`${team}/page`, true],
      [`${team}/chat`, false],
    ]);
    expect(of('P2').map((one) => [one.receiver, one.continue, one.group_wait])).toEqual([
      [`${team}/page`, false, '5m'],
    ]);
  }
  const namesOf = (alert: string) =>
    outputs.receiversOf('fyp-service', alert).map((all) => all.map(({ name }) => name));
  expect(namesOf('FYPErrorRateHigh')).toEqual([['feed/page', 'feed/chat']]);
  expect(namesOf('FYPLatencyHigh')).toEqual([['feed/page']]);
  const policy = 'Feed: primary, secondary, engineering manager';
  expect(outputs.page('fyp-service/fyp-errors')).toContain(`Whom to call:** PagerDuty policy \`${policy}\``);
  const pager = outputs.alertmanager.receivers.find(({ name }) => name === 'feed/page');
  expect(JSON.stringify(pager)).toContain(policy);
}

/** SV-11 */
export function fourRunbooks(outputs: Outputs): void {
  for (const { page, steps } of runbooks) {
    const first = firstStepsOf(outputs.page(page));
    expect(
      first.slice(0, steps.length).map((step, index) => step.startsWith(steps[index] ?? '')),
      page,
    ).toEqual(steps.map(() => true));
  }
}

/** The pages as the engineer on call sees them. `golden/` holds one of each kind, to be read. */
import { expect, test } from 'vitest';
import { emitReadme } from '../../generators/emit/readme.ts';
import { emitRunbooks } from '../../generators/emit/runbooks/index.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import { hostileTexts } from './hostile-texts.ts';
import { htmlOf, shapeOf, tableWidths, targetsOf, textOf, tokensOf } from './markdown-reader.ts';
import { replaceTexts } from './replace-texts.ts';
import { feed, P1 } from './sample-definitions.ts';
import { compiled, entries, stack } from './sample-stack.ts';

const emit = (one: Compiled) => [...emitRunbooks(one), ...emitReadme(one)];
const pages = new Map(emit(compiled).map(({ path, content }) => [path, content]));

function page(path: string): string {
  const content = pages.get(`short-video/${path}`);
  if (content === undefined) throw new Error(`no page ${path}`);
  return content;
}

test('one page per runbook of ours, per SLO and per unit; none for a runbook that exists elsewhere', () => {
  expect([...pages.keys()].sort()).toEqual([
    'short-video/README.md',
    'short-video/runbooks/fyp-service/README.md',
    'short-video/runbooks/fyp-service/fyp-latency.md',
    'short-video/runbooks/fyp-service/slo-availability.md',
    'short-video/runbooks/fyp-service/slo-latency.md',
    'short-video/runbooks/ranking/README.md',
  ]);
});

test.each([
  { path: 'runbooks/fyp-service/fyp-latency.md', golden: 'runbook.md' },
  { path: 'runbooks/fyp-service/slo-availability.md', golden: 'slo.md' },
  { path: 'runbooks/fyp-service/slo-latency.md', golden: 'slo-with-dropped-tier.md' },
  { path: 'runbooks/fyp-service/README.md', golden: 'unit.md' },
  { path: 'README.md', golden: 'stack.md' },
])('$golden', async ({ path, golden }) => {
  await expect(page(path)).toMatchFileSnapshot(`golden/${golden}`);
});

test('the page of a stack promises tests only where there are some', () => {
  const tests = 'and their tests';
  expect(page('README.md')).toContain(tests);
  const [untested] = emitReadme({ ...compiled, observables: { ...compiled.observables, ruleTests: [] } });
  expect(untested?.content).not.toContain(tests);
  expect(untested?.content).toContain('| Recording and alerting rules | [prometheus/](prometheus/) |');
});

test('above the fold: what is broken, how bad, whom to call, what to do first', () => {
  const top = page('runbooks/fyp-service/fyp-latency.md').split('\n').slice(0, 40).join('\n');
  for (const fact of [
    'For You feed',
    'P2 High: respond within 15m.',
    'The feed opens slowly.',
    'p99 of fyp_request_duration_seconds is above 60ms for 5m',
    'Pages PagerDuty policy feed-primary',
    'PagerDuty policy `feed-primary`',
    '## First steps (under two minutes)',
    '1. Is it one region or all?',
  ])
    expect(top).toContain(fact);
});

test('every alert has one anchor, and every link on a page to a place on it leads to one', () => {
  const content = page('runbooks/fyp-service/fyp-latency.md');
  const anchors = [...content.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id);
  expect(anchors).toContain('fyplatencyhigh');
  expect(anchors).toContain('fypservicelatencyburn');
  expect(new Set(anchors).size).toBe(anchors.length);
  const inside = targetsOf(content).flatMap((to) => (to.startsWith('#') ? [to.slice(1)] : []));
  expect(inside.length).toBeGreaterThan(6);
  expect(inside.filter((to) => !anchors.includes(to))).toEqual([]);
});

test('every link to another page leads to one that is written', () => {
  const relative = [...pages].flatMap(([path, content]) =>
    targetsOf(content).flatMap((to) =>
      /^\.{1,2}\/.*\.md/.test(to) ? [new URL(to, `file:///${path}`).pathname.slice(1)] : [],
    ),
  );
  expect(relative.length).toBeGreaterThan(8);
  expect(relative.filter((to) => !pages.has(to))).toEqual([]);
});

test('no page shows a secret, or where one is kept', () => {
  for (const content of pages.values()) expect(content).not.toMatch(/T0K3N|\/etc\/secret|hunter2/);
});

test('the stack with alerts of its own has pages too, owned by the default team', () => {
  const own = entries.slice(0, 1).map(({ service: _service, ...entry }) => ({ ...entry, unit: 'stack' }));
  const written = emitRunbooks({ stack, observables: { ...compiled.observables, alerts: own } });
  const paths = written.map(({ path }) => path);
  expect(paths).toContain('short-video/runbooks/stack/README.md');
  expect(paths).toContain('short-video/runbooks/stack/fyp-latency.md');
});

test('another evaluator has its files in a folder of its own', () => {
  const edge = { ...feed.evaluator, id: 'edge' };
  const service = { ...feed, evaluator: edge };
  const alerts = entries.map((entry) => ({ ...entry, service }));
  const ruleFiles = [{ unit: feed.id, evaluator: 'edge', groups: [] }];
  const written = emitRunbooks({
    stack: { ...stack, evaluators: [feed.evaluator, edge], services: [service] },
    observables: { ...compiled.observables, alerts, ruleFiles },
  });
  const targets = written.flatMap(({ content }) => targetsOf(content));
  expect(targets).toContain('../../prometheus/edge/rules/fyp-service.yaml');
  expect(targets).not.toContain('../../prometheus/rules/fyp-service.yaml');
});

test('the stack page is the same whichever services there are: two branches that each add one merge', () => {
  const fewer = { ...compiled, stack: { ...stack, services: [feed] } };
  expect(emitReadme(fewer)).toEqual(emitReadme(compiled));
});

test('the same bytes again, and in any order of services and alerts but for the order of the list', () => {
  expect(emit(compiled)).toEqual(emit(compiled));
  const turned = { ...compiled, stack: { ...stack, services: stack.services.toReversed() } };
  expect(new Map(emit(turned).map(({ path, content }) => [path, content]))).toEqual(pages);
});

const ours = /^<\/?a( id="[a-z0-9_-]+")?>$/;

test.each(hostileTexts.map((text) => ({ text })))(
  'a definition that says %j everywhere changes no page but in its words',
  ({ text }) => {
    const plain = emit(replaceTexts(compiled, 'x').value);
    const { value, replaced } = replaceTexts(compiled, text);
    expect(replaced).toBeGreaterThan(40);
    emit(value).forEach(({ path, content }, index) => {
      const benign = plain[index]?.content ?? '';
      expect(path).toBe(plain[index]?.path);
      expect(shapeOf(content).join('\n')).toBe(shapeOf(benign).join('\n'));
      expect(htmlOf(content).filter((html) => !ours.test(html))).toEqual([]);
      expect(targetsOf(content).filter((to) => !/^(https?:\/\/|\.{1,2}\/|#|[\w]+\/$)/.test(to))).toEqual([]);
      expect(tableWidths(content).every((widths) => widths.size === 1)).toBe(true);
    });
  },
);

test('the same check sees what is not escaped', () => {
  const content = '| a | b |\n| - | - |\n| x | <script>alert(1)</script> |\n\n[x](javascript:alert\\(1\\))';
  expect(htmlOf(content).filter((html) => !ours.test(html))).not.toEqual([]);
  expect(shapeOf(content)).not.toEqual(shapeOf('| a | b |\n| - | - |\n| x | y |\n\nx'));
});

test('commands and PromQL arrive as they were written', () => {
  const fences = tokensOf(page('runbooks/fyp-service/fyp-latency.md')).filter(({ type }) => type === 'fence');
  expect(fences.map(({ info }) => info)).toEqual(['promql', 'sh', 'sh', 'promql', 'promql']);
  expect(fences[2]?.content).toBe(
    'kubectl -n feed rollout undo deployment/fyp\nkubectl -n feed rollout status deployment/fyp\n',
  );
});

test.each([
  { contact: '#feed', want: 'Feed team, #feed' },
  { contact: 'https://example.com/feed', want: 'Feed team, contact' },
  { contact: 'javascript:alert(1)', want: 'Feed team, javascript:alert(1)' },
])('the contact $contact', ({ contact, want }) => {
  const service = { ...feed, team: { ...feed.team, contact } };
  const [index] = emitRunbooks({ ...compiled, stack: { ...stack, services: [service] } });
  expect(textOf(index?.content ?? '')).toContain(want);
  expect(targetsOf(index?.content ?? '').filter((to) => to === contact)).toHaveLength(
    contact.startsWith('https') ? 1 : 0,
  );
});

test('a severity that tells nobody says so', () => {
  const silent = { ...P1, notify: ['log'] as const };
  const alerts = entries.map((entry) => ({ ...entry, severity: silent }));
  const written = emitRunbooks({ stack, observables: { ...compiled.observables, alerts } });
  expect(textOf(written.map(({ content }) => content).join('\n'))).toContain('Tells nobody, is only logged');
});

/** Who hears of an alert of which not everything is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossJudge } from '../../generators/derive/beside/lost.ts';
import { readExisting } from '../../generators/derive/routing/existing.ts';
import { heardBy, type Known, type KnownLabels, labelsWith } from '../../generators/model/route-certainty.ts';
import { type LabelSet, receiversReached } from '../../generators/model/route-matching.ts';
import type { Route, Routing } from '../../generators/model/routing.ts';

const tree = (routes: string): Route => readExisting(`route:\n  receiver: mailbox\n  routes: [${routes}]\n`).root;
const routing = (root: Route, silent: readonly string[] = []): Routing => ({
  ownership: 'none',
  root,
  ours: [],
  receivers: silent.map((name) => ({ name, origin: 'existing', sendResolved: false, isSilent: true })),
  inhibitions: [],
  insertions: [],
  problems: [],
});

/** Labels with these values; those without one may have any, or be missing where `?` says so. */
function labelsOf(given: Readonly<Record<string, string>>): KnownLabels {
  const entries = Object.entries(given);
  const known = entries.filter(([, value]) => value !== '*' && value !== '?');
  const of = (label: string): Known => {
    const value = given[label] ?? '';
    if (value === '*' || value === '?') return { kind: 'open', mayBeMissing: value === '?' };
    return { kind: 'value', value };
  };
  return { values: Object.fromEntries(known), of };
}

/** `a`, or `a if team` */
const told = (routes: string, given: Readonly<Record<string, string>>): readonly string[] =>
  heardBy(tree(routes), labelsOf(given)).map(({ route, dependsOn }) =>
    [route.receiver, ...(dependsOn.length === 0 ? [] : ['if', ...dependsOn])].join(' '),
  );

const web = '{receiver: web, matchers: [team="web"]}';
const rest = '{receiver: rest}';

test.each([
  ['a value that is known', web, { team: 'web' }, ['web']],
  ['a value that is another', web, { team: 'db' }, ['mailbox']],
  ['a value that nobody knows', web, { team: '?' }, ['web if team', 'mailbox if team']],
  ['a route after it', `${web}, ${rest}`, { team: '?' }, ['web if team', 'rest if team']],
  [
    'a route after one that goes on',
    `{receiver: web, continue: true, matchers: [team="web"]}, ${rest}`,
    { team: '?' },
    ['web if team', 'rest'],
  ],
  [
    'a route inside',
    '{receiver: web, matchers: [team="web"], routes: [{receiver: pager, match: {severity: a}}]}',
    { team: '?', severity: '*' },
    ['pager if severity team', 'web if severity team', 'mailbox if team'],
  ],
  ['a label that is there', '{receiver: some, matchers: [team!=""]}', { team: '*' }, ['some']],
  [
    'a label that may be missing',
    '{receiver: some, matchers: [team!=""]}',
    { team: '?' },
    ['some if team', 'mailbox if team'],
  ],
  ['a label that must be missing', '{receiver: none, matchers: [team=""]}', { team: '*' }, ['mailbox']],
  ['a pattern of anything', '{receiver: any, match_re: {team: ".*"}}', { team: '?' }, ['any']],
  ['a pattern of something', '{receiver: any, match_re: {team: ".+"}}', { team: '*' }, ['any']],
  ['no anything', '{receiver: any, matchers: [team!~".*"]}', { team: '?' }, ['mailbox']],
])('who hears: %s', (_, routes, given, want) => {
  expect(told(routes, given)).toEqual(want);
});

describe('is lost', () => {
  const judged = (routes: string, given: Readonly<Record<string, string>>, silent: readonly string[] = []) => {
    const root = tree(routes);
    const labels = labelsOf(given);
    return lossJudge(routing(root, silent))(labels, heardBy(root, labels));
  };

  test.each([
    ['where no route is for it', web, { team: 'db' }, [], { kind: 'default-only', receiver: 'mailbox' }],
    ['where the receiver tells nobody', web, { team: 'web' }, ['web'], { kind: 'silent', receivers: ['web'] }],
    [
      'with a value that no route names',
      web,
      { team: '*' },
      [],
      { kind: 'depends', dependsOn: ['team'], example: { team: 'anything-else' }, receivers: ['mailbox'] },
    ],
    [
      'with one value of many',
      '{receiver: all, matchers: [team!~"db|cache"]}',
      { team: '*' },
      [],
      { kind: 'depends', dependsOn: ['team'], example: { team: 'db' }, receivers: ['mailbox'] },
    ],
  ])('%s', (_, routes, given, silent, want) => {
    expect(judged(routes, given, silent)).toEqual(want);
  });

  test.each([
    ['somebody surely hears', `${web}, ${rest}`, { team: '?' }],
    [
      'one of two hears, whatever the value',
      '{receiver: a, matchers: [team=~"x.*"]}, {receiver: b, matchers: [team!~"x.*"]}',
      { team: '?' },
    ],
  ])('not where %s', (_, routes, given) => {
    expect(judged(routes, given)).toBeUndefined();
  });
});

const name = fc.constantFrom('team', 'severity');
const value = fc.constantFrom('a', 'b', '');
const matcher = fc
  .tuple(name, fc.constantFrom('=', '!=', '=~', '!~'), fc.oneof(value, fc.constantFrom('a|b', '.*', '.+')))
  .map(([label, op, text]) => `'${label}${op}"${text}"'`);
const { route } = fc.letrec<{ route: string }>((tie) => ({
  route: fc
    .tuple(
      fc.stringMatching(/^r[0-9]$/),
      fc.array(matcher, { maxLength: 2 }),
      fc.boolean(),
      fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('route'), { maxLength: 3 })),
    )
    .map(
      ([receiver, matchers, go, inner]) =>
        `{receiver: ${receiver}, matchers: [${matchers.join(', ')}], continue: ${go}, routes: [${inner.join(', ')}]}`,
    ),
}));

test('whatever the tree: nobody else hears, and the sure ones always do', () => {
  const given = fc.record({ team: fc.constantFrom('*', '?', 'a'), severity: fc.constantFrom('*', '?', 'b') });
  fc.assert(
    fc.property(fc.array(route, { maxLength: 4 }), given, (routes, labels) => {
      const root = tree(routes.join(', '));
      const known = labelsOf(labels);
      const heard = heardBy(root, known);
      const sure = heard.filter(({ dependsOn }) => dependsOn.length === 0).map((one) => one.route.receiver);
      for (const set of completions(labels)) {
        const names = receiversReached(root, labelsWith(known, set));
        expect(names.filter((one) => !heard.some((other) => other.route.receiver === one))).toEqual([]);
        expect(sure.filter((one) => !names.includes(one))).toEqual([]);
      }
    }),
    { numRuns: 500, seed: 16 },
  );
});

function completions(labels: Readonly<Record<string, string>>): readonly LabelSet[] {
  return Object.entries(labels).reduce<readonly LabelSet[]>(
    (sets, [label, value]) => {
      const choices = value === '*' ? ['a', 'b', 'c'] : value === '?' ? ['a', 'b', 'c', ''] : [value];
      return sets.flatMap((set) => choices.map((one) => ({ ...set, [label]: one })));
    },
    [{}],
  );
}

import { describe, expect, it } from 'vitest';
import { type Judgement, knownErrorsIn, settle, type Verdict } from '../../generators/cli/settle.ts';
import { type Diagnostic, pathText } from '../../generators/diagnostics/diagnostic.ts';

const found = (code: string, path: readonly string[], level: 'error' | 'warning' = 'error'): Diagnostic => ({
  code,
  level,
  address: { path },
  message: 'm',
  cure: 'c',
});
const alert = ['prod', 'home', 'alerts.slow'];
const waiver = { code: 'alert/no-for', of: alert.join(' › '), reason: 'r', owner: 'Ada', until: '2026-07-01' };

function judged(
  diagnostics: readonly Diagnostic[],
  one: object = {},
  baseline: Judgement['baseline'] = [],
  today = '2026-07-01',
) {
  const settings = [{ stackId: 'prod', address: { path: ['prod'] }, levels: {}, waivers: [], ...one }];
  return counted(settle(diagnostics, { settings, baseline, today }));
}

function counted(verdict: Verdict) {
  const text = (list: readonly Diagnostic[]) => list.map(({ code, address }) => `${code}  ${pathText(address)}`);
  const { errors, warnings, known, waived } = verdict;
  return { errors: text(errors), warnings: text(warnings), known: text(known), waived: text(waived) };
}

const nothing = { errors: [], warnings: [], known: [], waived: [] };
const said = 'alert/no-for  prod › home › alerts.slow';
const error = found('alert/no-for', alert);
const entry = { code: 'alert/no-for', path: alert.join(' › ') };

describe('levels', () => {
  it.each([
    ['as the rule has it', {}, { ...nothing, errors: [said] }],
    ['lowered', { 'alert/no-for': 'warning' }, { ...nothing, warnings: [said] }],
    ['switched off', { 'alert/no-for': 'off' }, nothing],
    ['of another rule', { 'alert/summary': 'off' }, { ...nothing, errors: [said] }],
    [
      'of Object.prototype',
      JSON.parse('{"__proto__": {"alert/no-for": "off"}}'),
      { ...nothing, errors: [said, 'level/unknown  prod › levels.__proto__'] },
    ],
    [
      'misspelt',
      { 'alert/no-fro': 'off' },
      { ...nothing, errors: [said, 'level/unknown  prod › levels["alert/no-fro"]'] },
    ],
    [
      'of what has none',
      { 'shape/unknown-field': 'off' },
      { ...nothing, errors: [said, 'level/unknown  prod › levels["shape/unknown-field"]'] },
    ],
  ])('%s', (_, levels, want) => {
    expect(judged([error], { levels })).toEqual(want);
  });
  it('of another stack', () => {
    expect(judged([error], { stackId: 'staging', levels: { 'alert/no-for': 'off' } })).toEqual({
      ...nothing,
      errors: [said],
    });
  });
});

describe('waivers', () => {
  const waived = { ...nothing, waived: [said] };
  const unused = 'waiver/unused  prod › waivers[0]';
  it.each([
    ['until its last day', waiver, '2026-07-01', waived],
    ['not on the day after', waiver, '2026-07-02', { ...nothing, errors: [said, 'waiver/expired  prod › waivers[0]'] }],
    [
      'another code',
      { ...waiver, code: 'alert/summary' },
      '2026-07-01',
      { ...nothing, errors: [said], warnings: [unused] },
    ],
    [
      'a code that there is not',
      { ...waiver, code: 'alert/no-fro' },
      '2026-07-01',
      { ...nothing, errors: [said, 'waiver/unknown-code  prod › waivers[0].code'] },
    ],
    [
      'another definition',
      { ...waiver, of: 'prod › home › alerts.slo' },
      '2026-07-01',
      { ...nothing, errors: [said], warnings: [unused] },
    ],
    [
      'not a whole service',
      { ...waiver, of: 'prod › home' },
      '2026-07-01',
      { ...nothing, errors: [said], warnings: [unused] },
    ],
  ])('%s', (_, one, today, want) => {
    expect(judged([error], { waivers: [one] }, [], today)).toEqual(want);
  });
  it('hold for the fields of their definition', () => {
    const field = found('alert/no-for', ['prod', 'home', 'alerts.slow.when']);
    expect(judged([field], { waivers: [waiver] }).waived).toEqual(['alert/no-for  prod › home › alerts.slow.when']);
  });
});

it('what is misspelt in a level or a waiver is told with what was meant', () => {
  const one = {
    stackId: 'prod',
    address: { path: ['prod'] },
    levels: { 'alert/no-fro': 'off', 'shape/name': 'off', nonsense: 'off' } as const,
    waivers: [{ ...waiver, of: 'prod › home › alerts.slo' }],
  };
  const { errors, warnings } = settle([error], { settings: [one], baseline: [], today: '2026-07-01' });
  expect(errors.slice(1).map(({ message }) => message)).toEqual([
    'there is no code "nonsense"',
    'there is no code "alert/no-fro"; did you mean `alert/no-for`?',
    'shape/name can neither be waived nor given another level',
  ]);
  expect(warnings.map(({ cure }) => cure)).toEqual([
    "Remove the waiver, or correct its `of`: 'prod › home › alerts.slow'.",
  ]);
});

describe('the baseline', () => {
  const stale = `baseline/stale  ${entry.path}`;
  it.each([
    ['knows an error', [error], [entry], { ...nothing, known: [said] }],
    [
      'does not know another',
      [error],
      [{ ...entry, code: 'alert/other' }],
      { ...nothing, errors: [said, `baseline/stale  ${entry.path}`] },
    ],
    ['may only shrink', [], [entry], { ...nothing, errors: [stale] }],
    [
      'is not for warnings',
      [found('alert/no-for', alert, 'warning')],
      [entry],
      { ...nothing, errors: [stale], warnings: [said] },
    ],
  ])('%s', (_, diagnostics, baseline, want) => {
    expect(judged(diagnostics, {}, baseline)).toEqual(want);
  });
});

it('a broken shape cannot be lowered, waived or known, and hides what is no longer needed', () => {
  const broken = found('shape/missing-field', alert);
  const path = `shape/missing-field  ${alert.join(' › ')}`;
  const one = {
    levels: { 'shape/missing-field': 'off' },
    waivers: [{ ...waiver, code: 'shape/missing-field' }, waiver],
  };
  const verdict = judged([broken], one, [{ code: 'shape/missing-field', path: alert.join(' › ') }, entry]);
  const refused = [
    'level/unknown  prod › levels["shape/missing-field"]',
    'waiver/unknown-code  prod › waivers[0].code',
  ];
  expect(verdict).toEqual({ ...nothing, errors: [path, ...refused] });
});

it('a baseline holds what it knew and what is new, once each, and nothing that is beyond it', () => {
  const diagnostics = [
    error,
    { ...error, message: 'again' },
    found('shape/name', alert),
    found('a/b', ['prod'], 'warning'),
  ];
  const verdict = settle(diagnostics, { settings: [], baseline: [], today: '2026-07-01' });
  expect(knownErrorsIn(verdict)).toEqual([entry]);
});

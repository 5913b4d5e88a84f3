/** An organisation may call the labels of its alerts what it likes, as long as no two things go by one name. */
import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import { derive } from '../../generators/derive/index.ts';
import { interlock } from '../../generators/interlock/index.ts';
import { defaultLabelNames } from '../../generators/model/label-names.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import { feedTeam, listed, P1, P2, problemsOf, region, service, stack } from './sample.ts';

const alike = (id: string) => s.team({ ...feedTeam, id, label: 'feed' });

describe('names and values that cannot be', () => {
  const table: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['names of its own', { labels: { severity: 'priority', team: 'owner', environment: 'env' } }, []],
    ['names that change places', { labels: { severity: 'team', team: 'severity' } }, []],
    ['two labels of one name', { labels: { severity: 'x', team: 'x' } }, ['shape/label-name  prod › labels.team']],
    ['the usual name of another', { labels: { severity: 'team' } }, ['shape/label-name  prod › labels.severity']],
    [
      'all three alike',
      { labels: { severity: 'x', team: 'x', environment: 'x' } },
      ['shape/label-name  prod › labels.team', 'shape/label-name  prod › labels.environment'],
    ],
    ...[
      ...['service', 'slo', 'window', 'signal', 'reason', 'metric', 'burn'],
      ...['alertname', 'alertstate', 'job', 'instance', 'le', 'quantile', 'title', 'tier', 'dashboard', 'firing'],
    ].map(
      (name) => [`the name ${name}`, { labels: { team: name } }, ['shape/label-name  prod › labels.team']] as const,
    ),
    [
      'the label of the regions',
      { labels: { team: 'region' }, expects: { label: 'region', values: region } },
      ['shape/label-name  prod › labels.team'],
    ],
    ['no label name', { labels: { team: 'the-team' } }, ['metric/name  prod › labels.team']],
    ['an internal label', { labels: { team: '__team' } }, ['metric/name  prod › labels.team']],
    ['a label of something else', { labels: { squad: 'x' } }, ['shape/unknown-field  prod › labels']],
    ['an environment of digits, dots and dashes', { environment: '2nd.prod_eu-1' }, []],
    ['an environment with a space', { environment: 'prod eu' }, ['shape/name  prod › environment']],
    ['an endless environment', { environment: 'x'.repeat(81) }, ['shape/name  prod › environment']],
    [
      'a severity with a label value that no route can match',
      { severities: [P1, P2, s.severity({ ...P1, id: 'P0', label: '{{ x }}' })] },
      ['shape/name  prod › severity P0 › label'],
    ],
    [
      'two severities of one value',
      { severities: [P1, P2, s.severity({ ...P1, id: 'P0', label: 'P1' })] },
      ['reference/duplicate-label  prod › severity P0'],
    ],
    [
      'two teams of one value',
      { services: [service({ team: alike('a') }), service({ id: 'b', team: alike('b') })] },
      ['reference/duplicate-label  prod › team a', 'reference/duplicate-label  prod › team b'],
    ],
  ];

  it.each(table)('%s', (_, fields, want) => {
    expect(listed(problemsOf(stack(fields)))).toEqual(want);
  });

  it('says what is wrong and what to do', () => {
    const [found] = problemsOf(stack({ labels: { severity: 'window' } }));
    expect(found).toMatchObject({
      message: 'the label for the severity cannot be `window`, a label that the compiler itself writes',
      cure: 'Give the severity another name, or leave it out: it is then `severity`.',
    });
  });
});

describe('the model', () => {
  const modelOf = (fields: Readonly<Record<string, unknown>>) => {
    const definition = stack(fields);
    return resolveStack(definition, checkShapes([definition]).sound, new Map()).stack;
  };

  it('has the usual names and ids where nothing is said', () => {
    const model = modelOf({});
    expect(model?.labels).toEqual(defaultLabelNames);
    expect(model?.severities.map(({ label }) => label)).toEqual(['P1', 'P2']);
  });

  it('has the usual names beside those that are said', () => {
    expect(modelOf({ labels: { team: 'owner' } })?.labels).toEqual({ ...defaultLabelNames, team: 'owner' });
  });

  it('goes on with the usual names where those that are said cannot be', () => {
    const model = modelOf({ labels: { team: 'service' }, services: [service({ job: 'home' })] });
    expect(model?.labels).toEqual(defaultLabelNames);
    expect(model && interlock(derive(model)).filter(({ code }) => code.startsWith('labels/'))).toEqual([]);
  });
});

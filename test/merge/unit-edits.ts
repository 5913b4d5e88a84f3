import { type Alert, above, below, type Condition, type Runbook, type Stack, share } from 'signalbox';
import { found } from '../short-video/tree.ts';
import { alertEdit, type Edit, runbookEdit, runbooksOf, sloEdit, unitEdit } from './edit.ts';
import { dependenciesOf, promisedBy, type Unit, unitsOf } from './units.ts';

/** Every small change of meaning that all kinds of units allow. */
export function unitEdits(stack: Stack): readonly Edit[] {
  return unitsOf(stack).flatMap((unit) => [
    ...textEdits(unit),
    ...removal(unit, stack),
    ...Object.keys(unit.slos ?? {}).flatMap((key) => sloEdits(unit.id, key)),
    ...Object.entries(unit.alerts ?? {}).flatMap(([key, one]) => alertEdits(unit.id, key, one, stack)),
    ...runbooksOf(unit).flatMap((one) => runbookEdits(unit.id, one)),
  ]);
}

const nextTier = { critical: 'high', high: 'normal', normal: 'low', low: 'critical' } as const;

function textEdits({ id }: Unit): readonly Edit[] {
  return [
    unitEdit(id, 'the title of a unit', (unit) => ({ ...unit, title: `${unit.title} (new)` })),
    unitEdit(id, 'the tier', (unit) => ({ ...unit, tier: nextTier[unit.tier ?? 'low'] })),
    unitEdit(id, 'the description', (unit) => ({ ...unit, description: 'Says in one sentence what it does.' })),
    unitEdit(id, 'a link', (unit) => ({ ...unit, links: { Wiki: 'https://wiki.internal/page' } })),
  ];
}

const without = <T extends Unit>(list: readonly T[] | undefined, id: string) =>
  (list ?? []).filter((one) => one.id !== id);

/** What others depend on, or show the promise of, cannot go alone. */
function removal({ id }: Unit, stack: Stack): readonly Edit[] {
  const needed = [
    ...unitsOf(stack)
      .flatMap(dependenciesOf)
      .map((one) => one.id),
    ...promisedBy(stack),
  ];
  const apply = ({ services, infrastructure, kpis, ...rest }: Stack): Stack => ({
    ...rest,
    services: without(services, id),
    infrastructure: without(infrastructure, id),
    kpis: without(kpis, id),
  });
  return needed.includes(id) ? [] : [{ kind: 'a unit removed', name: `${id}: removed`, of: id, apply }];
}

function sloEdits(id: string, key: string): readonly Edit[] {
  return [
    sloEdit(id, key, 'the objective', (slo) => ({ ...slo, objective: '99.8%' })),
    sloEdit(id, key, 'the window', (slo) => ({ ...slo, window: '28d' })),
    sloEdit(id, key, 'the title of an SLO', (slo) => ({ ...slo, title: `${slo.title} (new)` })),
  ];
}

function alertEdits(id: string, key: string, { when, for: hold }: Alert, { severities }: Stack): readonly Edit[] {
  const threshold = withThreshold(when);
  return [
    ...(threshold === undefined ? [] : [alertEdit(id, key, 'the threshold', (one) => ({ ...one, when: threshold }))]),
    ...(hold === undefined ? [] : [alertEdit(id, key, 'the for', (one) => ({ ...one, for: '7m' }))]),
    alertEdit(id, key, 'the impact', (one) => ({ ...one, impact: 'People feel something else.' })),
    alertEdit(id, key, 'the title of an alert', (one) => ({ ...one, title: `${one.title} (new)` })),
    alertEdit(id, key, 'the severity of an alert', (one) => ({
      ...one,
      severity: found(
        severities.findLast((other) => other.id !== one.severity.id),
        'another severity',
      ),
    })),
  ];
}

/** The same condition at another threshold; undefined where there is none to move. */
function withThreshold(when: Condition): Condition | undefined {
  if (when.kind !== 'above' && when.kind !== 'below') return undefined;
  const { value } = when;
  const compare = when.kind === 'above' ? above : below;
  if (value.kind === 'share') return compare(share(value.part, value.whole), '3%');
  return value.kind === 'quantile' ? compare(value, '90ms') : undefined;
}

function runbookEdits(id: string, { id: runbook }: Runbook): readonly Edit[] {
  return [
    runbookEdit(id, runbook, 'a first step', (one) =>
      one.kind === 'runbook' ? { ...one, firstSteps: ['Look at the dashboard first.', ...one.firstSteps] } : one,
    ),
    runbookEdit(id, runbook, 'the aftercare', (one) =>
      one.kind === 'runbook' ? { ...one, aftercare: [...(one.aftercare ?? []), 'Tell the others.'] } : one,
    ),
    runbookEdit(id, runbook, 'the title of a runbook', (one) => ({ ...one, title: `${one.title} (new)` })),
  ];
}

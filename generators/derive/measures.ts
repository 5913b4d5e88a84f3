import { label, series } from '../model/names.ts';
import type { RecordingRule } from '../model/rules.ts';
import type { Measure, Service, Stack, Target } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { type Judgement, judge } from './conditions.ts';
import { recorded } from './selectors.ts';
import { thresholdText } from './texts.ts';
import { valueExpr } from './values.ts';

/** Where a figure is bounded, in its base unit. */
export type Limits = Judgement['limits'];

/** The bounds of a figure, or of what it is compared with, from the alerts that they make. */
export function limitsOf(unit: Service, measure: Measure, comparison?: string): Limits {
  return unit.alerts
    .filter(({ limitOf }) => limitOf?.measure === measure.key && limitOf.comparison === comparison)
    .flatMap(({ when }) => judge(when, unit).limits);
}

/**
 * The figures of a unit, recorded: boards that show the figures of many units read these when they are viewed, so a figure
 * more or less changes no other file.
 */
export function measureRecordings(stack: Stack, unit: Service): readonly RecordingRule[] {
  return unit.measures.flatMap((measure) => {
    if (measure.value === undefined) return [];
    const labels = {
      [stack.labels.environment]: stack.environment,
      [label.service]: unit.id,
      [label.measure]: measure.key,
    };
    const record = (name: string, expr: q.Instant, more: RecordingRule['labels'] = {}): RecordingRule => ({
      kind: 'recording',
      record: name,
      expr,
      labels: { ...labels, ...more },
    });
    const used = limitUsed(recorded(series.measureValue, labels), limitsOf(unit, measure));
    return [
      record(series.measureValue, valueExpr(measure.value, { idle: 'absent' })),
      ...(used === undefined ? [] : [record(series.measureLimit, used)]),
      record(series.measureInfo, q.vector(1), infoLabels(unit, measure)),
    ];
  });
}

function infoLabels(
  unit: Service,
  { title, role, unit: measuredIn, target, importance }: Measure,
): RecordingRule['labels'] {
  return {
    title,
    unit_title: unit.title,
    role,
    measured_in: measuredIn,
    ...(target?.kind === 'fixed' ? { target: targetText(target) } : {}),
    ...(importance === undefined ? {} : { importance }),
  };
}

/** A fixed target as people read it: `120,000`, `10m`. */
export function targetText({ at, text }: Extract<Target, { kind: 'fixed' }>): string {
  return thresholdText(text === String(at) ? at : text);
}

/** A figure at zero is beyond a lower limit, as far as one can be: it must not vanish from a board because of that. */
const NOTHING = 1e-9;
const FAR_BEYOND = 10;

/** The share of the nearest limit that a figure uses. A limit of zero, which is used up at once, has no share. */
function limitUsed(figure: q.Instant, limits: Limits): q.Instant | undefined {
  const above = Math.min(...limits.filter(({ at, bad }) => bad === 'above' && at > 0).map(({ at }) => at));
  const below = Math.max(...limits.filter(({ at, bad }) => bad === 'below' && at > 0).map(({ at }) => at));
  const shares = [
    ...(Number.isFinite(above) ? [q.div(figure, above)] : []),
    ...(Number.isFinite(below) ? [q.clampMax(q.div(below, q.clampMin(figure, NOTHING)), FAR_BEYOND)] : []),
  ];
  const [first, second] = shares;
  if (first === undefined || second === undefined) return first;
  // The greater of the two.
  return q.or(q.gt(first, second), second);
}

import type { ExternalAlert, ExternalAlerts } from '../../model/beside.ts';
import { type ExternalSeries, externalSeries, presenceIn } from '../../model/external-labels.ts';
import type { ExternalEntry, ExternalFile } from '../../model/observables.ts';
import { heardBy, type Known, type KnownLabels } from '../../model/route-certainty.ts';
import { type LabelSet, labelValue } from '../../model/route-matching.ts';
import type { Routing } from '../../model/routing.ts';
import type { Stack } from '../../model/stack.ts';
import { type LossJudge, lossJudge } from './lost.ts';

/** The alerts of others with the routes that can notify of them: nothing of theirs is changed. */
export function deriveExternal(stack: Stack, routing: Routing): readonly ExternalFile[] {
  const series = externalSeries(stack.external);
  const lossOf = lossJudge(routing);
  return stack.external.map((source) => ({
    source,
    alerts: source.alerts.map((alert) => entryOf(alert, knownLabels(alert, source, series), routing, lossOf)),
  }));
}

function entryOf(alert: ExternalAlert, labels: KnownLabels, { root }: Routing, lossOf: LossJudge): ExternalEntry {
  const heard = heardBy(root, labels);
  const lost = lossOf(labels, heard);
  return { alert, labels, heard, ...(lost === undefined ? {} : { lost }) };
}

/**
 * What is known of an alert's labels. The rule sets some; others come with the series of its expression, as far as that can
 * tell; the evaluator adds its own where an alert has none of the name, which it is taken to have only where the expression is sure.
 */
function knownLabels(alert: ExternalAlert, { evaluator }: ExternalAlerts, series: ExternalSeries): KnownLabels {
  const presence = presenceIn(alert.expr, series.labelsOf);
  const of = (label: string): Known => {
    if (label === 'alertname') return { kind: 'value', value: alert.alert };
    const set = labelValue(alert.labels, label);
    if (isTemplate(set)) return { kind: 'open', mayBeMissing: true };
    const added = labelValue(evaluator.externalLabels, label);
    // A rule that sets a label to nothing takes it away.
    if (Object.hasOwn(alert.labels, label)) return { kind: 'value', value: set || added };
    const there = presence(label);
    if (there === 'always') return { kind: 'open', mayBeMissing: false };
    return there === 'never' || added !== '' ? { kind: 'value', value: added } : { kind: 'open', mayBeMissing: true };
  };
  return { values: sureValues(alert, evaluator.externalLabels, of), of };
}

const isTemplate = (text: string): boolean => text.includes('{{');

/** The labels whose values are known, sorted by name. */
function sureValues(alert: ExternalAlert, added: LabelSet, of: (label: string) => Known): LabelSet {
  const names = [...new Set(['alertname', ...Object.keys(alert.labels), ...Object.keys(added)])].sort();
  const values = names.flatMap((name) => {
    const known = of(name);
    return known.kind === 'value' && known.value !== '' ? [[name, known.value] as const] : [];
  });
  return Object.fromEntries(values);
}

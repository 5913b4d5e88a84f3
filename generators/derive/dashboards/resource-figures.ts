import { label, series } from '../../model/names.ts';
import type { Matcher, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';

/** What tells units apart, also of two stacks in one Prometheus or behind one data source. */
export const unitIdentity = ({ labels }: Stack): readonly string[] => [labels.environment, label.service];
/** What tells their figures apart; of one that is kept apart by more labels, its parts are alike in these. */
export const figureIdentity = (stack: Stack): readonly string[] => [...unitIdentity(stack), label.measure];

/** What the units of this stack record under a name. */
export const recordedHere = (
  { labels, environment }: Stack,
  name: string,
  more: Readonly<Record<string, string>> = {},
) => recorded(name, { [labels.environment]: environment, ...more });

const ofResources: Matcher = { label: 'role', op: '=~', value: 'errors|saturation|utilisation' };

/**
 * The resources, one series each with the words that people know them by. Two replicas that evaluate the rules may disagree
 * on the words for a while: one of the two is taken, because a join takes no second.
 */
export function resources(stack: Stack): q.Instant {
  return q.topk(1, recordedHere(stack, series.serviceInfo, { kind: 'infrastructure' }), { by: unitIdentity(stack) });
}

/** The figures of resources by their words, one series each. */
export function figures(stack: Stack): q.Instant {
  const { node } = recordedHere(stack, series.measureInfo);
  return q.topk(1, q.selector(series.measureInfo, [...node.matchers, ofResources]), { by: figureIdentity(stack) });
}

/** How much of its nearest limit each figure of any unit uses; of one that is kept apart by labels, the worst. */
export function limitShare(stack: Stack): q.Instant {
  return q.max(recordedHere(stack, series.measureLimit), { by: figureIdentity(stack) });
}

import { label, series } from '../../model/names.ts';
import type { Matcher, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';

/** What tells units and their figures apart, also of two stacks in one Prometheus or behind one data source. */
export const unitIdentity = [label.environment, label.service] as const;
export const figureIdentity = [...unitIdentity, label.measure] as const;

const inEnvironment = ({ environment }: Stack): Matcher => ({ label: label.environment, op: '=', value: environment });
const ofResources: Matcher = { label: 'role', op: '=~', value: 'errors|saturation|utilisation' };

/**
 * The resources, one series each with the words that people know them by. Two replicas that evaluate the rules may disagree
 * on the words for a while: one of the two is taken, because a join takes no second.
 */
export function resources(stack: Stack): q.Instant {
  const info = recorded(series.serviceInfo, { [label.environment]: stack.environment, kind: 'infrastructure' });
  return q.topk(1, info, { by: unitIdentity });
}

/** The figures of resources by their words, one series each. */
export function figures(stack: Stack): q.Instant {
  return q.topk(1, q.selector(series.measureInfo, [inEnvironment(stack), ofResources]), { by: figureIdentity });
}

/** How much of its nearest limit each figure of any unit uses; of one that is kept apart by labels, the worst. */
export function limitShare(stack: Stack): q.Instant {
  return q.max(recorded(series.measureLimit, { [label.environment]: stack.environment }), { by: figureIdentity });
}

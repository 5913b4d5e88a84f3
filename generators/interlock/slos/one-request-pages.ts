import { exact } from '../../language/quantities.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Slo } from '../../model/stack.ts';
import { printDuration, printNumber } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';

/** How many parts the traffic is divided into where each scope has a promise of its own. */
function scopes({ sli, per }: Slo): number {
  const metric = 'total' in sli ? sli.total : 'metric' in sli ? sli.metric : undefined;
  return per.reduce((product, label) => product * (metric?.labels[label]?.atMost ?? 1), 1);
}

/** Evaluations are counted, not requests: they come however little traffic there is. */
const countsRequests = ({ sli }: Slo): boolean => ['availability', 'ratio', 'latency'].includes(sli.kind);

function finding(plan: SloPlan, { expected: { peakRate } }: Service): Finding | undefined {
  const { slo, page } = plan;
  if (peakRate === undefined || slo.minimumBadEvents > 1 || !countsRequests(slo)) return undefined;
  const rate = peakRate / scopes(slo);
  const bad = (tier: SloPlan['page'][number]): number => exact((rate * tier.longMs * tier.threshold) / 1000);
  const easiest = page.toSorted((a, b) => bad(a) - bad(b))[0];
  if (easiest === undefined || bad(easiest) >= 1) return undefined;
  const { longMs, threshold } = easiest;
  const share = `${printNumber(exact(threshold * 100))}%`;
  const events = printNumber(Number(((rate * longMs) / 1000).toPrecision(3)));
  const message = `at its peak it serves ${events} requests in ${printDuration(longMs)}, and ${share} of them page: one failed request is enough`;
  const cure = 'Set `minimumBadEvents`, for instance 5, promise less, or use a longer window.';
  return { address: slo.address, message, cure };
}

/** An SLO with so little traffic that its first failed request wakes somebody. */
export const oneRequestPages: Rule = {
  code: 'slo/one-request-pages',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'One failed request does not page.',
    cause:
      'Burn rates are shares. Where a window holds a few requests, one failure is more than the budget allows, and somebody is woken for a single timeout.',
    cure: 'Say with `minimumBadEvents` from how many failures on it is worth it, or lower the objective to what the traffic can prove.',
  },
  check: ({ stack, observables }) => {
    const services = new Map(stack.services.map((service) => [service.id, service]));
    return observables.slos.flatMap((plan) => {
      const service = services.get(plan.slo.serviceId);
      return service === undefined ? [] : (finding(plan, service) ?? []);
    });
  },
};

import type { Receiver } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';

const hasPolicy = (receiver: Receiver): boolean =>
  receiver.kind === 'pagerduty' && receiver.escalationPolicy.trim() !== '';

/** A page that goes to something that cannot call the next person. */
export const pageWithoutEscalation: Rule = {
  code: 'route/page-without-escalation',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A page goes to a pager with an escalation policy.',
    cause:
      'Alertmanager knows nothing of acknowledgement. Where no policy says who is next, a page that the first person sleeps through has ended.',
    cure: "Use `pagerduty({ routingKeyFile, escalationPolicy })` for `page`, or remap the kind for this stack: `deliver: { page: 'chat' }`.",
  },
  check: ({ observables: { alerts, routing } }) => {
    if (routing.ownership === 'none') return [];
    const seen = new Map<string, Finding>();
    for (const { team, severity, source, rule } of alerts) {
      const receiver = team.receivers.page;
      const pages = source !== 'heartbeat' && severity.notify.includes('page');
      if (!pages || receiver === undefined || hasPolicy(receiver) || seen.has(team.id)) continue;
      const message = `${rule.alert} pages ${team.id} through ${receiver.kind}, which has no escalation policy.`;
      seen.set(team.id, {
        address: team.address,
        message,
        cure: 'Page through a pager and name its escalation policy.',
      });
    }
    return [...seen.values()];
  },
};

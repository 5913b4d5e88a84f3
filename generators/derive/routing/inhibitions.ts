import { label, wholeReasons } from '../../model/names.ts';
import type { Inhibition } from '../../model/routing.ts';
import type { Matcher, Stack } from '../../model/stack.ts';

/**
 * While a service is down nobody is told that it is also slow. `service` must be there: two alerts that both lack an `equal`
 * label count as equal, and the heartbeat, which has no service, is never a source or a target.
 *
 * Page and ticket of one SLO are not here: a ticket waits in its own expression. Inhibition alone would notify of it after
 * the page ended, when the incident is over.
 */
export function inhibitionsOf(stack: Stack): readonly Inhibition[] {
  const of = (signal: string): readonly Matcher[] => [
    { label: label.signal, op: '=', value: signal },
    { label: stack.labels.environment, op: '=', value: stack.environment },
    { label: label.service, op: '!=', value: '' },
  ];
  const name = 'a service that is down is not reported as slow';
  const equal = [stack.labels.environment, label.service];
  // Any other reason leaves a part of the service up, and what is measured there still counts.
  const source = [...of('down'), { label: label.reason, op: '=~' as const, value: `|${wholeReasons.join('|')}` }];
  return [{ name, origin: 'ours', source, target: of('latency'), equal }];
}

import type { Limit, Runbook } from 'signalbox';
import { P4 } from '../severities.ts';

/** Four fifths of a resource for half an hour: no user feels it, and somebody should add more this week. */
export function crowded(impact: string, runbook: Runbook): Limit<'ratio'> {
  return { above: '80%', for: '30m', severity: P4, impact, runbook };
}

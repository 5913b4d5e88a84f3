import { panelUrl, runbookUrl } from '../model/addresses.ts';
import { label } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { Runbook, Service, Severity, Signal, Stack } from '../model/stack.ts';

/** The labels that every alert carries: who owns it, how urgent it is, what it speaks of. */
export function ownLabels(
  stack: Stack,
  service: Service,
  severity: Severity,
  signal: Signal,
): Readonly<Record<string, string>> {
  return {
    [stack.labels.environment]: stack.environment,
    [label.service]: service.id,
    [stack.labels.severity]: severity.label,
    [label.signal]: signal,
    [stack.labels.team]: service.team.label,
  };
}

/** Links to the page that says what to do, at this alert, and to the panel that draws what the rule compares. */
export function links(
  stack: Stack,
  unit: string,
  alertName: string,
  runbook: Runbook,
  panel: NonNullable<AlertEntry['panel']>,
  which: readonly string[] = [],
): Readonly<Record<string, string>> {
  return {
    [stack.annotations.runbook]: runbookUrl(stack, unit, runbook, alertName, which),
    [stack.annotations.dashboard]: panelUrl(stack, panel.dashboardUid, panel.key),
  };
}

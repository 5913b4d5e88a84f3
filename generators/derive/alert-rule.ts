import { panelId } from '../model/dashboard-ids.ts';
import { alertAnchor, label } from '../model/names.ts';
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
    [label.environment]: stack.environment,
    [label.service]: service.id,
    [label.severity]: severity.id,
    [label.signal]: signal,
    [label.team]: service.team.id,
  };
}

/** Links to the page that says what to do, at this alert, and to the panel that draws what the rule compares. */
export function links(
  stack: Stack,
  unit: string,
  alertName: string,
  runbook: Runbook,
  panel: NonNullable<AlertEntry['panel']>,
): Readonly<Record<string, string>> {
  return {
    [stack.annotations.runbook]: runbookUrl(stack, unit, runbook, alertName),
    [stack.annotations.dashboard]:
      `${stack.grafana.url}/d/${panel.dashboardUid}?viewPanel=${panelId(panel.dashboardUid, panel.key)}`,
  };
}

/** The address of a runbook: a page of ours at the alert's anchor, or where the existing one is. */
export function runbookUrl(stack: Stack, unit: string, runbook: Runbook, alertName: string): string {
  if (runbook.kind === 'existing-runbook') return runbook.url;
  return `${stack.runbooksUrl}/${unit}/${runbook.id}#${alertAnchor(alertName)}`;
}

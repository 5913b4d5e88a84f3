import { dashboardUrl } from '../../model/addresses.ts';
import { stackUnit } from '../../model/names.ts';
import type { AlertEntry, Compiled } from '../../model/observables.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { RunbookPage, Service, Stack, Team } from '../../model/stack.ts';
import { contactView, escalationPolicy } from '../markdown/notified.ts';

/** What the pages of one folder are about: a service, or what belongs to the whole stack. */
export interface Unit {
  readonly id: string;
  readonly title: string;
  readonly team: Team;
  readonly service?: Service;
  readonly alerts: readonly AlertEntry[];
  readonly slos: readonly SloPlan[];
  /** The uid of the board that shows what its alerts compare. */
  readonly dashboardUid?: string;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return (key) => groups.get(key) ?? [];
}

/** Every service, and the stack where it has alerts of its own. */
export function unitsOf({ stack, observables }: Compiled): readonly Unit[] {
  const alertsOf = grouped(observables.alerts, ({ unit }) => unit);
  const slosOf = grouped(observables.slos, ({ slo }) => slo.serviceId);
  const services = stack.services.map(
    (service): Unit => ({
      id: service.id,
      title: service.title,
      team: service.team,
      service,
      dashboardUid: service.dashboardUid,
      alerts: alertsOf(service.id),
      slos: slosOf(service.id),
    }),
  );
  const own = alertsOf(stackUnit);
  if (own.length === 0) return services;
  const dashboardUid = own.find(({ panel }) => panel !== undefined)?.panel?.dashboardUid;
  const watchers = {
    id: stackUnit,
    title: `Monitoring of ${stack.title}`,
    team: stack.defaultTeam,
    alerts: own,
    slos: [],
    ...(dashboardUid === undefined ? {} : { dashboardUid }),
  };
  return [...services, watchers];
}

/** The pages to write for a unit, each with the alerts that lead to it. */
export function pagesOf(
  unit: Unit,
): readonly { readonly runbook: RunbookPage; readonly alerts: readonly AlertEntry[] }[] {
  const pages = new Map<string, RunbookPage>();
  for (const { runbook } of unit.alerts) if (runbook?.kind === 'runbook') pages.set(runbook.id, runbook);
  return [...pages.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((runbook) => ({ runbook, alerts: unit.alerts.filter((alert) => alert.runbook?.id === runbook.id) }));
}

/** The first lines of every page: what it is about, whose it is, whom to call. */
export function headView(unit: Unit, stack: Stack) {
  const { service, team, dashboardUid } = unit;
  return {
    unit: { id: unit.id, title: unit.title, tier: service === undefined ? '' : `${service.tier} tier` },
    environment: stack.environment,
    owner: team.title,
    contact: contactView(team),
    policy: escalationPolicy(team) ?? escalationPolicy(stack.defaultTeam) ?? '',
    dashboard: dashboardUid === undefined ? '' : dashboardUrl(stack, dashboardUid),
  };
}

/** Prints what `headView` returns. */
export const headTemplate = `\
- **What:** {{text unit.title}} ({{code unit.id}}{{#if unit.tier}}, {{text unit.tier}}{{/if}}) in {{text environment}}
- **Owner:** {{text owner}}{{#if contact.title}}, {{link contact.title contact.url}}{{/if}}
{{#if policy}}
- **Whom to call:** PagerDuty policy {{code policy}}
{{/if}}
{{#if dashboard}}
- **Dashboard:** {{link unit.title dashboard}}
{{/if}}
`;

import { exact } from '../../language/quantities.ts';
import { alertName, label } from '../../model/names.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { AlertingRule } from '../../model/rules.ts';
import type { BurnTier, SloPlan } from '../../model/slo-plan.ts';
import type { Service, Severity, Signal, Slo, Stack } from '../../model/stack.ts';
import { ruleFeatures } from '../../policy/versions.ts';
import * as q from '../../promql/index.ts';
import { links, ownLabels } from '../alert-rule.ts';
import { escapeTemplate, whichOne } from '../texts.ts';
import { pageBurns, ticketBurns } from './burn.ts';

/** The panel of an SLO on its service's dashboard: its burn rates with the tiers' thresholds. */
export const sloPanelKey = (slo: Slo): string => `slo-${slo.key}-burn`;

/** The name of the alert that pages when an SLO's budget burns. */
export const pageAlertName = (slo: Slo): string => alertName(slo.serviceId, slo.key, 'burn');
const ticketAlertName = (slo: Slo): string => alertName(slo.serviceId, slo.key, 'burn', 'slow');

/**
 * Five minutes hold the page over the moment at which a crashed service's series vanish and its burn with them, until the
 * telemetry alert fires (docs: CONTRIBUTING, "Silence is not health").
 */
const BRIDGE_MS = 5 * 60_000;

/** The alerts of an SLO: one that pages, one that files a ticket. A speed whose tiers are all dropped has none. */
export function deriveSloAlerts(stack: Stack, service: Service, plan: SloPlan): readonly AlertEntry[] {
  const page = pageAlertName(plan.slo);
  const bridge = q.atLeast(service.evaluator.version, ruleFeatures.keepFiringFor) ? BRIDGE_MS : 0;
  const burns = [
    { speed: 'page', name: page, tiers: plan.page, expr: () => pageBurns(plan), keepFiringForMs: bridge },
    {
      speed: 'ticket',
      name: ticketAlertName(plan.slo),
      tiers: plan.ticket,
      expr: () => ticketBurns(plan, page),
      keepFiringForMs: 0,
    },
  ] as const;
  return burns.flatMap(({ expr, ...burn }) =>
    burn.tiers.length === 0 ? [] : [entry(stack, service, plan, { ...burn, expr: expr() })],
  );
}

interface Burn {
  readonly speed: 'page' | 'ticket';
  readonly name: string;
  readonly tiers: readonly BurnTier[];
  readonly expr: q.Instant;
  readonly keepFiringForMs: number;
}

const signalOf = (slo: Slo): Signal =>
  slo.sli.kind === 'latency'
    ? 'latency'
    : slo.sli.kind === 'availability' || slo.sli.kind === 'uptime'
      ? 'errors'
      : 'quality';

function entry(stack: Stack, service: Service, plan: SloPlan, burn: Burn): AlertEntry {
  const { slo } = plan;
  const severity = burn.speed === 'page' ? slo.page : slo.ticket;
  const panel = { dashboardUid: service.dashboardUid, key: sloPanelKey(slo) };
  return {
    id: `${slo.id}/${burn.speed}`,
    source: burn.speed === 'page' ? 'slo-page' : 'slo-ticket',
    unit: service.id,
    service,
    slo: plan,
    team: service.team,
    severity,
    signal: signalOf(slo),
    title: `${slo.title} budget burn`,
    impact: slo.impact,
    condition: burn.tiers.map(tierWords).join(', or '),
    rule: rule(stack, service, slo, burn, severity, links(stack, service.id, burn.name, slo.runbook, panel)),
    runbook: slo.runbook,
    panel,
    address: slo.address,
  };
}

/** `the error ratio is above 0.144% over 1h and over 5m` */
function tierWords(tier: BurnTier): string {
  const [long, short] = [q.printDuration(tier.longMs), q.printDuration(tier.shortMs)];
  return `the error ratio is above ${percent(tier.threshold)} over ${long} and over ${short}`;
}

/** What a bad event is, after its share: `1.2% are slower than 50ms`. */
function badWords({ sli }: Slo): string {
  switch (sli.kind) {
    case 'availability':
      return 'fail';
    case 'ratio':
      return 'are not good';
    case 'latency':
      return `are slower than ${q.printDuration(Math.round(sli.withinSeconds * 1000))}`;
    case 'uptime':
      return 'of the time is down';
    case 'freshness':
      return `of the time is older than ${q.printDuration(sli.withinSeconds * 1000)}`;
    case 'time-slice':
      return 'of the time is bad';
  }
}

const percent = (share: number): string => `${q.printNumber(exact(share * 100))}%`;

function rule(
  stack: Stack,
  service: Service,
  slo: Slo,
  burn: Burn,
  severity: Severity,
  annotations: Readonly<Record<string, string>>,
): AlertingRule {
  const title = escapeTemplate(slo.title);
  const where = whichOne(slo.per);
  const window = q.printDuration(slo.windowMs);
  const pace = burn.speed === 'page' ? 'burns fast' : 'is on course to run out';
  return {
    kind: 'alerting',
    alert: burn.name,
    expr: burn.expr,
    forMs: 0,
    keepFiringForMs: burn.keepFiringForMs,
    labels: { ...ownLabels(stack, service, severity, signalOf(slo)), [label.slo]: slo.key, [label.burn]: burn.speed },
    annotations: {
      summary: `${title}: the error budget ${pace}${where}`,
      description: `{{ $value | humanizePercentage }} ${badWords(slo)}${where}; ${slo.objectiveText} over ${window} allows ${percent(slo.budget)} (it fires when ${burn.tiers.map(tierWords).join(', or ')}). ${escapeTemplate(slo.impact)}`,
      ...annotations,
    },
  };
}

import type { LabelNames } from './label-names.ts';
import type { Slo } from './stack.ts';

/**
 * Names that two artifacts share are made here and nowhere else: series, labels, alert names, files, addresses.
 * Recordings follow `level:metric:operations` (https://prometheus.io/docs/practices/rules/); the window is a label, so that
 * a dashboard can ask for any window of any SLO with one query.
 */
export const series = {
  /** Bad and all events per second, once per evaluation: the only rules that read raw series. */
  badRate: 'slo:sli_bad:rate',
  totalRate: 'slo:sli_total:rate',
  /** Sums of the base recordings since the last roll-up. */
  badRollup: 'slo:sli_bad:sum2m30s',
  totalRollup: 'slo:sli_total:sum2m30s',
  /** Bad events by all events over `window`. */
  errorRatio: 'slo:sli_error:ratio',
  objective: 'slo:objective:ratio',
  budget: 'slo:error_budget:ratio',
  /** The bad events that the SLO window may hold. */
  budgetEvents: 'slo:error_budget:events',
  /** Error ratio over `window` by budget. */
  burnRate: 'slo:burn_rate:ratio',
  /** Share of the SLO window that has history. */
  coverage: 'slo:window_coverage:ratio',
  budgetSpent: 'slo:error_budget_spent:ratio',
  budgetRemaining: 'slo:error_budget_remaining:ratio',
  /** Spent by the end of the calendar month, should the last day go on. */
  budgetProjected: 'slo:error_budget_projected:ratio',
  /** Share of the budget that the incident going on has cost so far; absent otherwise. */
  incidentCost: 'slo:incident_cost:ratio',
  info: 'slo_info',
  serviceInfo: 'service_info',
  /** A figure with limits or a target, now. */
  measureValue: 'unit:measure:value',
  /** How much of the nearest limit it uses: above 1 it is beyond. */
  measureLimit: 'unit:measure_limit:ratio',
  measureInfo: 'measure_info',
} as const;

/** Those of severity, team and environment are the stack's: `Stack.labels`. */
export const label = {
  service: 'service',
  slo: 'slo',
  window: 'window',
  signal: 'signal',
  reason: 'reason',
  /** The metric that is missing. */
  metric: 'metric',
  /** The key of a figure with limits or a target. */
  measure: 'measure',
  /** `page` or `ticket`: how fast a budget burns. */
  burn: 'burn',
  /** Which Prometheus a heartbeat or an alert on the monitoring itself comes from. */
  evaluator: 'evaluator',
} as const;

/** Why telemetry is missing, where the whole service is gone; an alert without a reason speaks of the whole, too. */
export const wholeReasons = ['targets-down', 'targets-gone'] as const;

export const heartbeatAlert = 'Heartbeat';

/** What belongs to the stack and to no service: files, pages, and the value of `service` of its alerts. */
export const stackUnit = 'stack';

/** Names of the alerts on the monitoring itself, by what fails. */
export const watcherAlerts = {
  rulesFail: 'MonitoringRulesFail',
  rulesMissed: 'MonitoringRulesMissed',
  rulesSlow: 'MonitoringRulesSlow',
  rulesUnseen: 'MonitoringRulesUnseen',
  alertsDropped: 'MonitoringAlertsDropped',
  alertsRefused: 'MonitoringAlertsRefused',
  alertsWaiting: 'MonitoringAlertsWaiting',
  noAlertmanager: 'MonitoringNoAlertmanager',
  configurationRefused: 'MonitoringConfigurationRefused',
  samplesLost: 'MonitoringSamplesLost',
  compactionFails: 'MonitoringCompactionFails',
  remoteWriteFails: 'MonitoringRemoteWriteFails',
  remoteWriteBehind: 'MonitoringRemoteWriteBehind',
  notificationsFail: 'AlertmanagerNotificationsFail',
  routesRefused: 'AlertmanagerConfigurationRefused',
  clusterSplit: 'AlertmanagerClusterSplit',
  alertmanagerUnheard: 'AlertmanagerHearsNothing',
} as const;

/** `fyp-service`, `latencyHigh` → `FypServiceLatencyHigh` */
export function alertName(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split('-'))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** What tells the series of two SLOs apart, also of two stacks in one Prometheus or behind one data source. */
export function sloIdentity({ labels }: { readonly labels: LabelNames }): readonly string[] {
  return [labels.environment, label.service, label.slo];
}

/** The labels that tell one SLO's series from another's. */
export function sloLabels(slo: Slo): Readonly<Record<string, string>> {
  return { [slo.labels.environment]: slo.environment, [label.service]: slo.serviceId, [label.slo]: slo.key };
}

/** Folders of dashboards under `grafana/`, whether there is a service yet or not. */
export const dashboardFolders = {
  overview: 'overview',
  services: 'services',
  infrastructure: 'infrastructure',
  kpis: 'kpis',
  slos: 'slos',
} as const;

/** The uid of the board above all others; Grafana takes 40 characters. */
export const executiveUid = ({ id }: { readonly id: string }): string => `${id.slice(0, 30)}-executive`;
/** The uid of the folder in Grafana that one of them becomes; Grafana keeps 40 characters. */
export const folderUid = (stack: string, folder: string): string => `${stack}-${folder}`.slice(0, 40);

/** Where a unit's files are, relative to the stack's folder. */
export const files = {
  readme: 'README.md',
  model: (unit: string) => `model/${unit}.json`,
  /** The first evaluator's rules lie in `prometheus/`, every other's in a folder of its own. */
  rules: (unit: string, evaluator?: string) =>
    `prometheus/${evaluator === undefined ? '' : `${evaluator}/`}rules/${unit}.yaml`,
  tests: (unit: string, evaluator?: string) =>
    `prometheus/${evaluator === undefined ? '' : `${evaluator}/`}tests/${unit}.yaml`,
  alertmanager: 'alertmanager/alertmanager.yaml',
  templates: 'alertmanager/templates/signalbox.tmpl',
  expectedRoutes: (unit: string) => `alertmanager/routes/${unit}.yaml`,
  /** The page of a file of alerts that others write. */
  external: (id: string) => `runbooks/external/${id}.md`,
  dashboard: (folder: string, uid: string) => `grafana/${folder}/${uid}.json`,
  runbook: (unit: string, runbook: string) => `runbooks/${unit}/${runbook}.md`,
  runbookIndex: (unit: string) => `runbooks/${unit}/README.md`,
} as const;

/** The anchor of an alert on its runbook page; alerts of one name are told apart by what follows it. */
export function alertAnchor(alertName: string, which: readonly string[] = []): string {
  return [alertName, ...which]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '-');
}

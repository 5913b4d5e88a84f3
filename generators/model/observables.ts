import type { Address, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ExternalAlert, ExternalAlerts } from './beside.ts';
import type { Dashboard } from './dashboard.ts';
import type { Heard, KnownLabels } from './route-certainty.ts';
import type { Routing } from './routing.ts';
import type { AlertingRule, RuleFile } from './rules.ts';
import type { SloPlan } from './slo-plan.ts';
import type { Condition, Evaluator, Runbook, Service, Severity, Signal, Stack, Team } from './stack.ts';

/** What a stack becomes before it is text: emitters only print it, the interlock only reads it. */
export interface Observables {
  readonly slos: readonly SloPlan[];
  readonly alerts: readonly AlertEntry[];
  readonly ruleFiles: readonly RuleFile[];
  readonly ruleTests: readonly RuleTestFile[];
  readonly routing: Routing;
  /** The alerts of others, and who hears of them. */
  readonly external: readonly ExternalFile[];
  readonly dashboards: readonly Dashboard[];
  /** What deriving itself found, e.g. a burn tier that cannot exist. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Compiled {
  readonly stack: Stack;
  readonly observables: Observables;
}

/** One alert, whichever definition it came from, with everything that must agree about it. */
export interface AlertEntry {
  /** `fyp-service/latencyHigh` */
  readonly id: string;
  readonly source: 'alert' | 'slo-page' | 'slo-ticket' | 'telemetry' | 'heartbeat' | 'watcher';
  /** The unit whose files hold it: a service id, or `stack`. */
  readonly unit: string;
  readonly service?: Service;
  /** Whose rule it is, where it belongs to no service. */
  readonly evaluator?: Evaluator;
  readonly slo?: SloPlan;
  readonly team: Team;
  readonly severity: Severity;
  readonly signal: Signal;
  /** What tells it from other alerts of its name, as on its page: the reason for missing telemetry. */
  readonly which?: readonly string[];
  readonly title: string;
  readonly impact: string;
  /** The condition in words with its figures: `p99 of fyp_request_duration_seconds is above 60ms for 5m`. */
  readonly condition: string;
  /** What an alert on the monitoring itself compares; those of services are in the model. */
  readonly when?: Condition;
  readonly rule: AlertingRule;
  /** Absent only for the heartbeat. */
  readonly runbook?: Runbook;
  /** The panel that draws what the rule compares; absent only for the heartbeat. */
  readonly panel?: { readonly dashboardUid: string; readonly key: string };
  readonly address: Address;
}

/** A file of alerts that others write. */
export interface ExternalFile {
  readonly source: ExternalAlerts;
  readonly alerts: readonly ExternalEntry[];
}

export interface ExternalEntry {
  readonly alert: ExternalAlert;
  readonly labels: KnownLabels;
  /** Every route that can notify of it. */
  readonly heard: readonly Heard[];
  /** Where nobody may hear of it. */
  readonly lost?: Lost;
}

export type Lost =
  /** Only where everything unknown lands. */
  | { readonly kind: 'default-only'; readonly receiver: string }
  /** Only receivers that tell nobody. */
  | { readonly kind: 'silent'; readonly receivers: readonly string[] }
  /** Labels that only the expression gives decide; with those of `example` (empty: missing) nobody hears but `receivers`. */
  | {
      readonly kind: 'depends';
      readonly dependsOn: readonly string[];
      readonly example: Readonly<Record<string, string>>;
      readonly receivers: readonly string[];
    };

/** promtool's unit tests for one unit: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/ */
export interface RuleTestFile {
  readonly unit: string;
  readonly evaluator: string;
  readonly tests: readonly RuleTest[];
}

export interface RuleTest {
  readonly name: string;
  /** Distance between samples, and between evaluations, in milliseconds. */
  readonly intervalMs: number;
  readonly series: readonly { readonly series: string; readonly values: string }[];
  readonly expectations: readonly AlertExpectation[];
}

export interface AlertExpectation {
  readonly atMs: number;
  readonly alert: string;
  readonly fires: boolean;
}

import type { Address } from '../diagnostics/diagnostic.ts';
import type { Condition } from '../language/conditions.ts';
import type { Matcher } from '../language/labels.ts';
import type { Counter, Gauge, Histogram, NativeHistogram } from '../language/metrics.ts';
import type { Step } from '../language/runbook.ts';
import type { Notification } from '../language/severity.ts';
import type { Waiver } from '../language/stack.ts';
import type { ExistingDashboard, ExternalAlerts } from './beside.ts';
import type { Deployment, Executive, Figure, Measure } from './figures.ts';
import type { LabelNames } from './label-names.ts';
import type { Alertmanager, Evaluator, Heartbeat, Receiver } from './servers.ts';

export type { Signal } from '../language/alert.ts';
export type { Condition } from '../language/conditions.ts';
export { type Matcher, scrapeLabels } from '../language/labels.ts';
export type { Counter, Gauge, Histogram, Metric, NativeHistogram } from '../language/metrics.ts';
export type { Step } from '../language/runbook.ts';
export type { Notification } from '../language/severity.ts';
export type { Waiver } from '../language/stack.ts';
export type { Value } from '../language/values.ts';
export type { Deployment, Executive, Figure, Measure, Target, Tile } from './figures.ts';
export type { Alertmanager, Evaluator, Heartbeat, MimirRuler, Receiver } from './servers.ts';

/**
 * A stack after references and defaults are resolved: lists sorted by id, durations in milliseconds, shares of one,
 * references as the resolved things themselves. Metric handles, values and conditions stay as the author wrote them.
 */
export interface Stack {
  readonly address: Address;
  readonly id: string;
  readonly title: string;
  readonly environment: string;
  readonly labels: LabelNames;
  readonly evaluators: readonly [Evaluator, ...Evaluator[]];
  readonly alertmanager: Alertmanager;
  readonly grafana: {
    readonly version: `${number}.${number}`;
    readonly url: string;
    readonly datasources: { readonly metrics: string; readonly logs?: string; readonly traces?: string };
  };
  /** Where runbook pages are served, without a slash at the end. */
  readonly runbooksUrl: string;
  /** How the addresses of its pages end: nothing, `.md` or `.html`. */
  readonly runbooksSuffix: string;
  readonly annotations: { readonly runbook: string; readonly dashboard: string };
  /** In the author's order: most urgent first. */
  readonly severities: readonly Severity[];
  /** Every team that a service or the default names. */
  readonly teams: readonly Team[];
  readonly defaultTeam: Team;
  readonly services: readonly Service[];
  readonly executive?: Executive;
  readonly runbooks: readonly Runbook[];
  readonly heartbeat: Heartbeat;
  /** What others wrote and keep. */
  readonly external: readonly ExternalAlerts[];
  readonly existingDashboards: readonly ExistingDashboard[];
  /** How urgent it is that the watchers themselves fail: one step below the most critical services, because nothing fails yet. */
  readonly watch: { readonly page: Severity; readonly ticket: Severity };
  readonly expects?: { readonly label: string; readonly values: readonly string[] };
  readonly levels: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  readonly waivers: readonly Waiver[];
  readonly notes: readonly string[];
}

export interface Severity {
  readonly id: string;
  /** The value of the stack's label for severities. */
  readonly label: string;
  readonly title: string;
  readonly responseMs: number;
  /** After the stack's remapping. */
  readonly notify: readonly Notification[];
  readonly groupWaitMs: number;
  readonly groupIntervalMs: number;
  readonly repeatMs: number;
  readonly examples?: string;
  readonly address: Address;
}

export interface Team {
  readonly id: string;
  /** The value of the stack's label for teams. */
  readonly label: string;
  readonly title: string;
  readonly receivers: Readonly<Partial<Record<Notification, Receiver>>>;
  readonly contact?: string;
  readonly address: Address;
}

/** A unit of the stack: what has files, a dashboard, a team and alerts of its own. */
export interface Service {
  /** What answers requests, what services stand on, or figures of the business. */
  readonly kind: 'service' | 'infrastructure' | 'kpi-group';
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly team: Team;
  readonly tier: 'critical' | 'high' | 'normal' | 'low';
  /** How urgent it is that the service is gone, by its tier. */
  readonly page: Severity;
  readonly evaluator: Evaluator;
  readonly job?: string;
  /** What tells its series from others' of the same metrics; its handles carry it already. */
  readonly selector?: readonly Matcher[];
  readonly requests?: Counter;
  readonly duration?: Histogram | NativeHistogram;
  readonly errors: readonly { readonly name: string; readonly counter: Counter }[];
  readonly expected: Expected;
  readonly signals: readonly Figure[];
  readonly stages: readonly Figure[];
  readonly caches: readonly Figure[];
  readonly sections: readonly { readonly title: string; readonly figures: readonly Figure[] }[];
  readonly deployment?: Deployment;
  readonly capacity: readonly Figure[];
  readonly measures: readonly Measure[];
  readonly dependsOn: readonly Dependency[];
  readonly slos: readonly Slo[];
  readonly alerts: readonly Alert[];
  readonly dashboardUid: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly address: Address;
}

/** Rates per second, shares of one, times in seconds. */
export interface Expected {
  readonly peakRate?: number;
  readonly errorRatio?: number;
  readonly p50?: number;
  readonly p99?: number;
}

export interface Dependency {
  readonly id: string;
  readonly title: string;
  /** The service's dashboard in this stack, or an external page. */
  readonly url?: string;
}

export interface Slo {
  /** `availability` */
  readonly key: string;
  /** `fyp-service/availability` */
  readonly id: string;
  readonly serviceId: string;
  readonly environment: string;
  /** Its stack's. */
  readonly labels: LabelNames;
  readonly title: string;
  readonly sli: Sli;
  /** Share of one, e.g. 0.9999. */
  readonly objective: number;
  /** As written, e.g. `99.99%`. */
  readonly objectiveText: string;
  /** 1 − objective without binary noise, e.g. 0.0001. */
  readonly budget: number;
  readonly windowMs: number;
  readonly noTraffic: 'good' | 'unknown' | 'bad';
  readonly per: readonly string[];
  readonly minimumBadEvents: number;
  readonly impact: string;
  readonly runbook: Runbook;
  readonly page: Severity;
  readonly ticket: Severity;
  readonly address: Address;
}

type Total = Counter | Histogram | NativeHistogram;

export type Sli =
  | { readonly kind: 'availability'; readonly total: Total; readonly bad: readonly Total[] }
  | { readonly kind: 'ratio'; readonly total: Total; readonly good: readonly Total[] }
  | { readonly kind: 'latency'; readonly metric: Histogram | NativeHistogram; readonly withinSeconds: number }
  | { readonly kind: 'uptime'; readonly metric: Gauge }
  | { readonly kind: 'freshness'; readonly metric: Gauge; readonly withinSeconds: number }
  | { readonly kind: 'time-slice'; readonly badWhile: Condition };

export interface Alert {
  readonly key: string;
  /** `fyp-service/latencyHigh` */
  readonly id: string;
  readonly serviceId: string;
  /** The value of `alertname`. */
  readonly name: string;
  readonly title: string;
  readonly when: Condition;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  readonly severity: Severity;
  readonly impact: string;
  readonly runbook: Runbook;
  readonly signal: 'down' | 'errors' | 'latency' | 'saturation' | 'quality' | 'traffic';
  readonly justification?: string;
  /** The measure whose limit it is, and what that is compared with. */
  readonly limitOf?: { readonly measure: string; readonly comparison?: string };
  readonly address: Address;
}

export type Runbook = RunbookPage | ExistingRunbook;

export interface ExistingRunbook {
  readonly kind: 'existing-runbook';
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly address: Address;
}

export interface RunbookPage {
  readonly kind: 'runbook';
  readonly id: string;
  readonly title: string;
  readonly symptoms?: string;
  readonly firstSteps: readonly Step[];
  readonly diagnosis: readonly Step[];
  readonly causes: readonly { readonly cause: string; readonly signs: string; readonly fix: readonly Step[] }[];
  readonly escalation?: string;
  readonly aftercare: readonly Step[];
  readonly address: Address;
}

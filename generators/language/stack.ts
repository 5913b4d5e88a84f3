import type { Beside } from './beside.ts';
import { type Defined, define } from './define.ts';
import type { Evaluator } from './evaluator.ts';
import type { Executive } from './executive.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { KpiGroup } from './kpi.ts';
import type { LabelValues } from './labels.ts';
import type { Duration } from './quantities.ts';
import type { Service, Tier } from './service.ts';
import type { Notification, Severity } from './severity.ts';
import type { Receiver, Team } from './team.ts';

export interface AlertmanagerInput {
  readonly version: `${number}.${number}`;
  /**
   * `whole`: the configuration is ours. `subtree`: ours hangs under a route in `existing`. `none`: `existing` stays as it
   * is, and our alerts are checked against it.
   */
  readonly ownership: 'whole' | 'subtree' | 'none';
  /** The Alertmanager configuration that exists today, relative to the definitions file. */
  readonly existing?: string;
  /** Sender of e-mail, needed where a team has an `email` receiver. */
  readonly smtp?: { readonly from: string; readonly smarthost: string };
  readonly url?: `${'http' | 'https'}://${string}`;
  /** The job under which the first evaluator scrapes it: with it, alerts on its failures are generated. */
  readonly job?: string;
}

export interface GrafanaInput {
  readonly version: `${number}.${number}`;
  readonly url: `https://${string}`;
  /** Uids of the data sources. */
  readonly datasources: { readonly metrics: string; readonly logs?: string; readonly traces?: string };
}

export interface HeartbeatInput {
  /** The dead man's switch that raises the alarm when it hears nothing. */
  readonly receiver: Receiver;
  /** How often it must hear from us. */
  readonly every: Duration;
}
export type Heartbeat = Defined<'heartbeat', HeartbeatInput>;

/** An alert that always fires, so that its absence tells of a broken pipeline. */
export function heartbeat(input: HeartbeatInput): Heartbeat {
  return define('heartbeat', input, heartbeat);
}

/** Lets one definition break one rule until a date; listed in the stack's README. */
export interface Waiver {
  readonly code: string;
  /** The definition as a complaint names it: `short-video › fyp-service › alerts.cpuHigh`. */
  readonly of: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`; compared with `--today`, so that a build stays repeatable. */
  readonly until: string;
}

/** Service tier × burn speed → severity. */
export type BurnSeverities = Readonly<Record<Tier, { readonly page: Severity; readonly ticket: Severity }>>;

export interface StackInput {
  /** The name of its folder under `out/`. */
  readonly id: string;
  readonly title: string;
  /** The value of the label for environments: letters, digits, `_`, `.` and `-`. */
  readonly environment: string;
  /** What the organisation calls the labels for severity, team and environment, where it is something else. */
  readonly labels?: { readonly severity?: string; readonly team?: string; readonly environment?: string };
  /** Who evaluates the rules; each service's belong to exactly one, the first unless it says otherwise. */
  readonly evaluators: readonly [Evaluator, ...Evaluator[]];
  readonly alertmanager: AlertmanagerInput;
  readonly grafana: GrafanaInput;
  /**
   * Where the pages under `runbooks/` are served, and how the addresses of pages end: nothing for most sites, `.md` where
   * people read them in the repository, e.g. on GitHub.
   */
  readonly runbooks: { readonly url: `https://${string}`; readonly suffix?: '.md' | '.html' };
  readonly severities: readonly [Severity, ...Severity[]];
  readonly burn: BurnSeverities;
  /** What others wrote and keep: files of alerts, dashboards. */
  readonly beside?: readonly Beside[];
  /** Who hears of what nobody else hears of. */
  readonly defaultTeam: Team;
  readonly services: readonly Service[];
  /** What the services stand on. */
  readonly infrastructure?: readonly Infrastructure[];
  readonly kpis?: readonly KpiGroup[];
  readonly executive?: Executive;
  readonly heartbeat: Heartbeat;
  /** Remaps kinds of notification, e.g. `{ page: 'chat' }` for staging. */
  readonly deliver?: Readonly<Partial<Record<Notification, Notification>>>;
  /** The label that says which cluster or region a series comes from, with those expected to report. */
  readonly expects?: { readonly label: string; readonly values: LabelValues };
  /** Names of the annotations that carry links. Default `runbook_url` and `dashboard_url`. */
  readonly annotations?: { readonly runbook?: string; readonly dashboard?: string };
  /** Rules of the interlock with another level here. */
  readonly levels?: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  readonly waivers?: readonly Waiver[];
  /** Decisions that a reader should know, printed in the stack's README. */
  readonly notes?: readonly string[];
}

export type Stack = Defined<'stack', StackInput>;

/** Everything that is compiled together: one environment of one organisation, one tree under `out/`. */
export function stack(input: StackInput): Stack {
  return define('stack', input, stack);
}

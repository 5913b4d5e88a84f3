import type { Address } from '../diagnostics/diagnostic.ts';
import type { Expr } from '../promql/index.ts';

/** A file of rules that others write: read, routed and listed, never written. */
export interface ExternalAlerts {
  readonly id: string;
  /** As the definition names it, relative to the definitions file. */
  readonly file: string;
  /** Whose alerts they are. */
  readonly team?: { readonly id: string; readonly title: string; readonly contact?: string };
  readonly evaluator: {
    readonly id: string;
    readonly version: `${number}.${number}`;
    readonly externalLabels: Readonly<Record<string, string>>;
  };
  readonly note?: string;
  readonly alerts: readonly ExternalAlert[];
  readonly recordings: readonly ExternalRecording[];
  /** What Prometheus would refuse, or nobody could read. */
  readonly problems: readonly FileProblem[];
  readonly address: Address;
}

export interface FileProblem {
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  readonly message: string;
}

/** What a rule of others says. All its texts are theirs and may hold anything. */
interface ExternalRule {
  readonly group: string;
  /** Counted from 1; absent where an alias stands for it. */
  readonly line?: number;
  readonly text: string;
  /** The text as PromQL; absent where it does not parse. */
  readonly expr?: Expr;
  /** Those of the group among them. Values may be templates. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface ExternalAlert extends ExternalRule {
  readonly alert: string;
  /** As it is written, e.g. `15m`; empty where there is none. */
  readonly for: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ExternalRecording extends ExternalRule {
  readonly record: string;
}

/** A dashboard that others draw: carried along to the byte. */
export interface ExistingDashboard {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  /** The file, to the byte. */
  readonly text: string;
  /** What is in it: a dashboard that Grafana can load, or why it is none. */
  readonly content: DashboardContent;
  readonly address: Address;
}

export type DashboardContent =
  | {
      readonly kind: 'dashboard';
      readonly uid: string;
      readonly title: string;
      readonly json: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'none'; readonly problems: readonly string[] };

/** An alert of others: `existing/kubernetes.yaml:34`. */
export function placeIn(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}

import type { Address } from '../diagnostics/diagnostic.ts';

export interface Evaluator {
  readonly id: string;
  /** The Prometheus whose rules and PromQL it has, whatever it is itself (`speaks` of model/evaluators.ts). */
  readonly version: `${number}.${number}`;
  readonly scrapeMs: number;
  readonly evaluationMs: number;
  readonly retentionMs: number;
  /** What its groups say; 0 where they say nothing. */
  readonly queryOffsetMs: number;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly url?: string;
  /** The job under which it scrapes itself. */
  readonly job?: string;
  /** Its own dead man's switch; the first evaluator has the stack's where it has none. */
  readonly heartbeat?: Receiver;
  /** Where it is the ruler of a Mimir and no Prometheus. */
  readonly mimir?: MimirRuler;
  readonly address: Address;
}

export interface MimirRuler {
  /** Mimir's own. */
  readonly version: `${number}.${number}`;
  readonly tenant: string;
  /** What the ruler refuses; 0 is no limit. */
  readonly limits: { readonly rulesPerGroup: number; readonly groupsPerTenant: number };
  /** How far in the past it evaluates groups that say nothing. */
  readonly delayMs: number;
}

export interface Alertmanager {
  readonly version: `${number}.${number}`;
  readonly ownership: 'whole' | 'subtree' | 'none';
  /** The text of the file that exists today. */
  readonly existing?: string;
  readonly smtp?: { readonly from: string; readonly smarthost: string };
  readonly url?: string;
  /** The job under which the first evaluator scrapes it. */
  readonly job?: string;
}

export interface Heartbeat {
  readonly everyMs: number;
  readonly receiver: Receiver;
  readonly address: Address;
}

export type Receiver =
  | { readonly kind: 'pagerduty'; readonly routingKeyFile: string; readonly escalationPolicy: string }
  | { readonly kind: 'slack'; readonly channel: string; readonly apiUrlFile: string }
  | { readonly kind: 'email'; readonly to: string }
  | { readonly kind: 'webhook'; readonly url?: string; readonly urlFile?: string };

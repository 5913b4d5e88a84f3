import type { Expr } from '../promql/index.ts';

/** One file of rules: everything of one unit. */
export interface RuleFile {
  /** The service, or `stack` for what belongs to all. */
  readonly unit: string;
  /** The evaluator that loads it. */
  readonly evaluator: string;
  readonly groups: readonly RuleGroup[];
}

/** Rules of a group run in order, one after the other, at one time; a recording may be read by the rules behind it. */
export interface RuleGroup {
  readonly name: string;
  readonly intervalMs: number;
  readonly queryOffsetMs: number;
  readonly rules: readonly Rule[];
}

export type Rule = RecordingRule | AlertingRule;

export interface RecordingRule {
  readonly kind: 'recording';
  /** `level:metric:operations` */
  readonly record: string;
  readonly expr: Expr<'instant'>;
  readonly labels: Readonly<Record<string, string>>;
}

export interface AlertingRule {
  readonly kind: 'alerting';
  readonly alert: string;
  readonly expr: Expr<'instant'>;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Go template text; what users wrote is already escaped. */
  readonly annotations: Readonly<Record<string, string>>;
}

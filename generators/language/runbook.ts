import { type Defined, define } from './define.ts';
import type { Value } from './values.ts';

/** Something to do: a sentence, with a command to run or a figure to look at. */
export type Step =
  | string
  | { readonly do: string; readonly command?: string; readonly look?: Value; readonly link?: `https://${string}` };

/** If this is the cause, do that. */
export interface Cause {
  readonly cause: string;
  /** How to tell that it is this one. */
  readonly signs: string;
  readonly fix: readonly [Step, ...Step[]];
}

export interface RunbookInput {
  /** Its page's file name and the last part of its address. */
  readonly id: string;
  readonly title: string;
  /** What people notice. */
  readonly symptoms?: string;
  /** What can be done in the first two minutes. */
  readonly firstSteps: readonly [Step, ...Step[]];
  readonly diagnosis?: readonly Step[];
  readonly causes?: readonly Cause[];
  /** Whom to call when this page does not help. */
  readonly escalation?: string;
  readonly aftercare?: readonly Step[];
}

export interface ExistingRunbookInput {
  readonly id: string;
  readonly title: string;
  /** Where the page is today. */
  readonly url: `https://${string}`;
}

export type Runbook = Defined<'runbook', RunbookInput> | Defined<'existing-runbook', ExistingRunbookInput>;

/** What to do when an alert fires. One page; alerts are anchors on it. */
export function runbook(input: RunbookInput): Runbook {
  return define('runbook', input, runbook);
}

/** A runbook that already exists elsewhere: alerts link to it, nothing is written. */
export function existingRunbook(input: ExistingRunbookInput): Runbook {
  return define('existing-runbook', input, existingRunbook);
}

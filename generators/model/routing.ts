import type { Evaluator, Matcher, Notification, Receiver, Stack, Team } from './stack.ts';

/** An Alertmanager configuration before it is YAML: https://prometheus.io/docs/alerting/latest/configuration/ */
export interface Routing {
  readonly ownership: Stack['alertmanager']['ownership'];
  /** The whole tree as an alert meets it: with `subtree` and `none` the routes of the existing file are in it. */
  readonly root: Route;
  /** What of the tree is ours: the root, the routes put first into an existing one, or nothing. */
  readonly ours: readonly Route[];
  /** Every receiver of the tree. */
  readonly receivers: readonly NamedReceiver[];
  readonly inhibitions: readonly Inhibition[];
  /** Where our parts go into the existing file; only with `subtree`. */
  readonly insertions: readonly Insertion[];
  /** Why the existing file cannot be used as the stack wants. */
  readonly problems: readonly RoutingProblem[];
}

export interface Route {
  readonly receiver: string;
  readonly matchers: readonly Matcher[];
  /** Complete, also where it is inherited; `...` stands for every label. */
  readonly groupBy: readonly string[];
  /** Times are inherited where they are absent. */
  readonly groupWaitMs?: number;
  readonly groupIntervalMs?: number;
  readonly repeatMs?: number;
  /** Go on to the next sibling after this route took the alert. */
  readonly continue: boolean;
  readonly routes: readonly Route[];
}

type Origin = 'ours' | 'existing';

/** A name, and what it tells; a receiver of ours without configurations swallows (notices that are only logged). */
export interface NamedReceiver {
  readonly name: string;
  readonly origin: Origin;
  readonly receiver?: Receiver;
  readonly sendResolved: boolean;
  /** It has no configuration: what comes here is heard by nobody. */
  readonly isSilent?: true;
}

export interface Inhibition {
  readonly name: string;
  readonly origin: Origin;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

/** The lists of a configuration that ours are put into. */
export type ListName = 'routes' | 'receivers' | 'inhibit_rules' | 'templates';

/**
 * A place in the text of an existing file, which stays as it is to the byte. `below-key`: at the end of the key's line;
 * `in-brackets`: behind `[`; `new-key`: before the first key of the mapping; `new-key-in-braces`: behind its `{`.
 */
export interface Insertion {
  readonly list: ListName;
  readonly form: 'below-key' | 'in-brackets' | 'new-key' | 'new-key-in-braces';
  /** Offset in UTF-16 units. */
  readonly at: number;
  /** Columns before the item or key. */
  readonly indent: number;
}

export interface RoutingProblem {
  readonly message: string;
  readonly cure: string;
}

const prefix = ({ alertmanager, id }: Stack): string =>
  alertmanager.ownership === 'subtree' ? `signalbox/${id}/` : '';

/** The receiver of a team's kind of notification: `feed/page`, beside others' `signalbox/<stack>/feed/page`. */
export function receiverNameOf(stack: Stack, team: Team, kind: Notification): string {
  return prefix(stack) + (kind === 'log' ? 'log' : `${team.id}/${kind}`);
}

/** The receiver that tells nobody. */
export const logReceiverOf = (stack: Stack): string => `${prefix(stack)}log`;

/** The receiver of an evaluator's dead man's switch: `heartbeat` of the first, `heartbeat-edge`. */
export function heartbeatReceiverOf(stack: Stack, evaluator: Evaluator = stack.evaluators[0]): string {
  const other = evaluator.id === stack.evaluators[0].id ? '' : `-${evaluator.id}`;
  return `${prefix(stack)}heartbeat${other}`;
}

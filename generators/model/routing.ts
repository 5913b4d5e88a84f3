import type { Matcher, Receiver } from './stack.ts';

/** An Alertmanager configuration before it is YAML: https://prometheus.io/docs/alerting/latest/configuration/ */
export interface Routing {
  readonly root: Route;
  readonly receivers: readonly NamedReceiver[];
  readonly inhibitions: readonly Inhibition[];
}

export interface Route {
  readonly receiver: string;
  readonly matchers: readonly Matcher[];
  readonly groupBy: readonly string[];
  readonly groupWaitMs?: number;
  readonly groupIntervalMs?: number;
  readonly repeatMs?: number;
  /** Go on to the next sibling after this route took the alert. */
  readonly continue: boolean;
  readonly routes: readonly Route[];
}

/** A name, and what it tells; a receiver without configurations swallows (notices that are only logged). */
export interface NamedReceiver {
  readonly name: string;
  readonly receiver?: Receiver;
  readonly sendResolved: boolean;
}

export interface Inhibition {
  readonly name: string;
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

import type { AlertEntry, Compiled } from '../../model/observables.ts';
import { alertLabels, type Reached, reached } from '../../model/route-matching.ts';
import type { Receiver } from '../../model/stack.ts';
import { printDuration } from '../../promql/index.ts';
import { receiverName } from '../markdown/notified.ts';
import { GENERATED, yaml } from '../yaml.ts';

const existing = 'a receiver of the existing configuration';
const silent = 'nobody: this receiver of the existing configuration has no integration';

const tellsOf = (receiver: Receiver | undefined): string =>
  receiver === undefined ? 'nobody: it is only logged' : receiverName(receiver);

/** What a receiver's name means to a person. */
export function tellers({ observables: { routing } }: Compiled): ReadonlyMap<string, string> {
  return new Map(
    routing.receivers.map(({ name, origin, receiver, isSilent }) => [
      name,
      isSilent === true ? silent : origin === 'existing' ? existing : tellsOf(receiver),
    ]),
  );
}

/** A receiver that hears of an alert, and when. */
export function receiverEntry({ route, groupWaitMs, repeatMs }: Reached, tells: ReadonlyMap<string, string>): object {
  return {
    name: route.receiver,
    tells: tells.get(route.receiver) ?? existing,
    after: printDuration(groupWaitMs),
    repeats: printDuration(repeatMs),
  };
}

function entry(compiled: Compiled, alert: AlertEntry, tells: ReadonlyMap<string, string>): object {
  const labels = alertLabels(compiled.stack, alert);
  const receivers = reached(compiled.observables.routing.root, labels).map((one) => receiverEntry(one, tells));
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return { alert: alert.rule.alert, title: alert.title, labels: Object.fromEntries(sorted), receivers };
}

const header = `${GENERATED}# Who hears of each alert, in this order. To ask Alertmanager's own judge, with all labels of an alert:
#   amtool config routes test --config.file=../alertmanager.yaml --verify.receivers=<names, with commas> <label>=<value> …
`;

/** Every alert of a unit with the labels that it surely has, and the receivers that it must reach. */
export function expectedRoutes(compiled: Compiled, unit: string): string {
  const tells = tellers(compiled);
  const alerts = compiled.observables.alerts.filter((alert) => alert.unit === unit);
  return header + yaml({ unit, alerts: alerts.map((alert) => entry(compiled, alert, tells)) });
}

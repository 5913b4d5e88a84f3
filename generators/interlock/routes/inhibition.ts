import { heartbeatAlert, label } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import { alertLabels, type LabelSet, labelValue, matchesAll } from '../../model/route-matching.ts';
import type { Inhibition } from '../../model/routing.ts';
import type { Matcher } from '../../model/stack.ts';
import { inferLabels, presenceOf } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';

/** Values of labels that only a stack's own definitions have. */
function knownValues({ stack }: Compiled): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [stack.labels.environment, [stack.environment, '']],
    [stack.labels.team, [...stack.teams.map((one) => one.label), '']],
    [stack.labels.severity, [...stack.severities.map((one) => one.label), '']],
    [label.signal, ['down', 'errors', 'latency', 'saturation', 'quality', 'traffic', '']],
    [label.burn, ['page', 'ticket', '']],
  ]);
}

/** A matcher that no alert of the stack can satisfy, whatever its services. */
function impossible(matchers: readonly Matcher[], values: ReadonlyMap<string, readonly string[]>): Matcher | undefined {
  return matchers.find((matcher) => {
    const known = values.get(matcher.label);
    const together = matchers.filter((one) => one.label === matcher.label);
    return known?.every((value) => !matchesAll(together, { [matcher.label]: value })) ?? false;
  });
}

/** A label that must be equal and that source and target want different. */
function contradiction({ source, target, equal }: Inhibition): string | undefined {
  const wanted = (matchers: readonly Matcher[], name: string) =>
    matchers.find((one) => one.label === name && one.op === '=')?.value;
  return equal.find((name) => {
    const [one, other] = [wanted(source, name), wanted(target, name)];
    return one !== undefined && other !== undefined && one !== other;
  });
}

function never(inhibition: Inhibition, compiled: Compiled): string | undefined {
  const values = knownValues(compiled);
  const matcher = impossible(inhibition.source, values) ?? impossible(inhibition.target, values);
  if (matcher !== undefined) return `never applies: no alert has ${matcher.label}${matcher.op}"${matcher.value}"`;
  const name = contradiction(inhibition);
  return name === undefined ? undefined : `never applies: its source and its target want different values of ${name}`;
}

function always({ source, target }: Inhibition, heartbeat: LabelSet): string | undefined {
  if (matchesAll(target, heartbeat)) return 'can silence the heartbeat';
  return matchesAll(source, heartbeat) ? 'always applies: the heartbeat, which always fires, is its source' : undefined;
}

/** Labels of `equal` that an alert on either side surely lacks: two alerts without the label count as equal. */
function unequal(inhibition: Inhibition, { stack, observables }: Compiled): string | undefined {
  for (const alert of observables.alerts) {
    const labels = alertLabels(stack, alert);
    const concerned = matchesAll(inhibition.source, labels) || matchesAll(inhibition.target, labels);
    const carried = inferLabels(alert.rule.expr, () => undefined);
    const lacks = inhibition.equal.find(
      (name) => labelValue(labels, name) === '' && presenceOf(carried, name) === 'never',
    );
    if (concerned && lacks !== undefined) return `compares ${lacks}, which ${alert.rule.alert} does not have`;
  }
  return undefined;
}

function findings(compiled: Compiled): readonly Finding[] {
  const { stack, observables } = compiled;
  const beats = observables.alerts.filter(({ source }) => source === 'heartbeat');
  const heartbeats: readonly LabelSet[] =
    beats.length === 0
      ? [{ alertname: heartbeatAlert, [stack.labels.environment]: stack.environment }]
      : beats.map((beat) => alertLabels(stack, beat));
  return observables.routing.inhibitions.flatMap((one) => {
    // Others' inhibitions may be about others' alerts.
    const idle = one.origin === 'ours' ? never(one, compiled) : undefined;
    const beaten = heartbeats.map((heartbeat) => always(one, heartbeat)).find((text) => text !== undefined);
    const wrong = [idle, beaten, unequal(one, compiled)].filter((text) => text !== undefined);
    return wrong.map((text) => ({
      address: stack.address,
      message: `The inhibition “${one.name}” ${text}.`,
      cure: 'Narrow its matchers, or compare labels that both sides have.',
    }));
  });
}

/** An inhibition that does nothing, or more than it says. */
export const inhibition: Rule = {
  code: 'route/inhibition',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An inhibition can apply, can end, and compares labels that its alerts have.',
    cause:
      'An alert that is inhibited wrongly reaches nobody and leaves no trace: a label that is missing on both sides counts as equal, so one service silences another, and a source that always fires silences its targets for ever.',
    cure: 'Narrow the matchers, add a matcher such as `service!=""`, or compare labels that both sides have.',
  },
  check: findings,
};

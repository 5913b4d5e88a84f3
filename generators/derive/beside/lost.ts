import type { Lost } from '../../model/observables.ts';
import { type Heard, type KnownLabels, labelsWith } from '../../model/route-certainty.ts';
import { type LabelSet, reached } from '../../model/route-matching.ts';
import type { Route, Routing } from '../../model/routing.ts';
import { valuesToTry } from './values-to-try.ts';

/** Says why nobody may hear of an alert; undefined where somebody surely does. */
export type LossJudge = (labels: KnownLabels, heard: readonly Heard[]) => Lost | undefined;

/** Combinations of values that are tried for one alert. The likely ones, a stranger's value and none, come first. */
const MOST = 500;

/** Judges alerts against a tree of routes. A receiver without configuration tells nobody, and the root's nobody in particular. */
export function lossJudge({ root, receivers }: Routing): LossJudge {
  const silent = new Set(
    receivers
      .filter(({ origin, receiver, isSilent }) => isSilent === true || (origin === 'ours' && receiver === undefined))
      .map(({ name }) => name),
  );
  const tells = (route: Route): boolean => route !== root && !silent.has(route.receiver);
  const valuesOf = valuesToTry(root);
  return (labels, heard) => {
    const telling = heard.filter(({ route }) => tells(route));
    if (telling.some(({ dependsOn }) => dependsOn.length === 0)) return undefined;
    if (telling.length === 0) return surelyLost(root, heard);
    const dependsOn = [...new Set(heard.flatMap((one) => one.dependsOn))].sort();
    for (const example of combinations(dependsOn, (label) => valuesOf(label, labels.of(label)))) {
      const routes = reached(root, labelsWith(labels, example)).map(({ route }) => route);
      if (!routes.some(tells)) return { kind: 'depends', dependsOn, example, receivers: namesOf(routes) };
    }
    return undefined;
  };
}

const namesOf = (routes: readonly Route[]): readonly string[] => [...new Set(routes.map(({ receiver }) => receiver))];

function surelyLost(root: Route, heard: readonly Heard[]): Lost {
  const routes = heard.map(({ route }) => route);
  return routes.every((route) => route === root)
    ? { kind: 'default-only', receiver: root.receiver }
    : { kind: 'silent', receivers: namesOf(routes) };
}

/** Every combination of values, at most `MOST`; the last label varies fastest. */
function* combinations(labels: readonly string[], valuesOf: (label: string) => readonly string[]): Iterable<LabelSet> {
  const values = labels.map(valuesOf);
  const all = values.reduce((product, { length }) => product * length, 1);
  for (let index = 0; index < Math.min(all, MOST); index += 1) {
    let rest = index;
    const set: Record<string, string> = {};
    for (let at = labels.length - 1; at >= 0; at -= 1) {
      const choices = values[at] ?? [];
      set[labels[at] ?? ''] = choices[rest % choices.length] ?? '';
      rest = Math.floor(rest / choices.length);
    }
    yield set;
  }
}

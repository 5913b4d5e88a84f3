import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import { heartbeatAlert, watcherAlerts } from '../model/names.ts';
import { authoredAlerts, soundMeasures } from './authored-alerts.ts';
import { soundBeside } from './beside/index.ts';
import { resolveTeam } from './people.ts';
import { nameOf } from './promises.ts';
import { resolveRunbook } from './runbooks.ts';
import { addressIn, runbooksOf, teamsOf, uidOf } from './scope.ts';
import type { Sound } from './soundness.ts';
import { listedUnits, soundUnits } from './units.ts';
import { isPrintableId } from './walk.ts';

/** Ids and names of which a stack has two, or that are taken by what it generates itself. */
export function duplicateProblems(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const filesOf = (kind: author.Beside['kind']) => soundBeside(stack, sound).filter((one) => one.kind === kind);
  // The folder of their pages, and the names of their lists of routes.
  const external = filesOf('external-alerts').flatMap(({ id }) => ['external', `external-${folded(id)}`]);
  return [
    ...listed('unit', listedUnits(stack), () => '', stack, ['stack', ...external]),
    ...listed('rule file', filesOf('external-alerts'), () => 'alerts ', stack),
    ...listed('dashboard', filesOf('existing-dashboard'), () => 'dashboard ', stack),
    ...listed('severity', stack.severities, () => 'severity ', stack),
    ...listed('evaluator', stack.evaluators, ({ kind }) => `${kind} `, stack),
    ...contradicting('team', teamsOf(stack, sound), 'team ', stack, (team) => resolveTeam(team, stack)),
    ...contradicting('runbook', runbooksOf(stack, sound), 'runbook ', stack, (one) => resolveRunbook(one, stack)),
    ...reservedRunbooks(stack, sound),
    ...sameMeasureKeys(stack, sound),
    ...sameAlertNames(stack, sound),
    ...sameUids(stack, sound),
  ];
}

type Identified = { readonly id: string };
/** Ids become files, which some disks do not tell apart by case. */
const folded = (id: string): string => id.toLowerCase();

function duplicate(address: Address, message: string): Diagnostic {
  return problem('reference/duplicate-id', address, message, 'Rename one of them.');
}

/** In a list of the stack's every id stands once, even that of one and the same definition. */
function listed<T extends Identified>(
  noun: string,
  list: readonly T[],
  prefix: (one: T) => string,
  stack: author.Stack,
  taken: readonly string[] = [],
): readonly Diagnostic[] {
  const seen = new Set<string>();
  // Services are listed that were found broken: their ids may be anything.
  return list
    .filter(({ id }) => isPrintableId(id))
    .flatMap((one) => {
      const address = addressIn(stack, `${prefix(one)}${one.id}`, one);
      const id = folded(one.id);
      if (taken.includes(id)) return [duplicate(address, `the id ${one.id} is taken by the files of the stack itself`)];
      const again = seen.has(id);
      seen.add(id);
      return again ? [duplicate(address, `two ${plural(noun)} have the id ${one.id}`)] : [];
    });
}

function plural(noun: string): string {
  return noun === 'severity' ? 'severities' : `${noun}s`;
}

/** What is not listed but referred to may be defined twice, as long as both say the same. */
function contradicting<T extends Identified>(
  noun: string,
  list: readonly T[],
  prefix: string,
  stack: author.Stack,
  resolve: (one: T) => object,
): readonly Diagnostic[] {
  const first = new Map<string, T>();
  return list.flatMap((one) => {
    const other = first.get(folded(one.id));
    if (other === undefined) first.set(folded(one.id), one);
    if (other === undefined || content(resolve(other)) === content(resolve(one))) return [];
    return [
      duplicate(addressIn(stack, `${prefix}${one.id}`, one), `two different ${plural(noun)} have the id ${one.id}`),
    ];
  });
}

function content(resolved: object): string {
  return JSON.stringify({ ...resolved, address: undefined });
}

function reservedRunbooks(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  return runbooksOf(stack, sound)
    .filter(({ id }) => folded(id) === 'readme')
    .map((one) =>
      duplicate(addressIn(stack, `runbook ${one.id}`, one), `the id ${one.id} is taken by the list of runbooks`),
    );
}

/** Alerts, panels and recordings are named after the key of a figure, whatever it is a figure of. */
function sameMeasureKeys(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  return soundUnits(stack, sound).flatMap((unit) => {
    const seen = new Map<string, string>();
    return soundMeasures(unit, sound).flatMap(({ key, field, measure }) => {
      const other = seen.get(folded(key));
      if (other === undefined) seen.set(folded(key), field);
      if (other === undefined) return [];
      const address = inside(addressIn(stack, unit.id, unit), field, placeOf(measure));
      return [duplicate(address, `the key ${key} is taken by ${other}`)];
    });
  });
}

function sameAlertNames(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const own = Object.values(watcherAlerts).map((name) => [name, 'an alert on the monitoring itself'] as const);
  const seen = new Map<string, string>([[heartbeatAlert, 'the heartbeat'], ...own]);
  return soundUnits(stack, sound).flatMap((unit) =>
    authoredAlerts(unit, sound).flatMap(({ key, field, alert }) => {
      const name = nameOf(key, alert, unit);
      const other = seen.get(name);
      if (other === undefined) seen.set(name, `${unit.id} › ${field}`);
      if (other === undefined) return [];
      const address = inside(addressIn(stack, unit.id, unit), field, placeOf(alert));
      return [duplicate(address, `the alert name ${name} is taken by ${other}`)];
    }),
  );
}

function sameUids(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return soundUnits(stack, sound).flatMap((service) => {
    const uid = uidOf(stack, service);
    const other = seen.get(folded(uid));
    if (other === undefined) seen.set(folded(uid), service.id);
    // Two services of one id are reported as such.
    if (other === undefined || folded(other) === folded(service.id)) return [];
    const address = inside(addressIn(stack, service.id, service), 'dashboard.uid');
    return [duplicate(address, `the dashboard uid ${uid} is taken by ${other}`)];
  });
}

import { type Address, type Diagnostic, inside, problem } from '../../diagnostics/diagnostic.ts';
import type * as author from '../../language/index.ts';
import type { ExistingDashboard, ExternalAlerts } from '../../model/beside.ts';
import type { Evaluator } from '../../model/stack.ts';
import { given, sortedBy } from '../order.ts';
import { resolveTeam } from '../people.ts';
import { addressIn, type Scope } from '../scope.ts';
import type { Sound } from '../soundness.ts';
import { readDashboardFile } from './dashboard-file.ts';
import { readRuleFile } from './rule-file.ts';

type Files = ReadonlyMap<string, string>;

/** The address of what a stack lives beside: `prod › alerts kubernetes`. */
function addressOf(stack: author.Stack, one: author.Beside): Address {
  return addressIn(stack, `${one.kind === 'external-alerts' ? 'alerts' : 'dashboard'} ${one.id}`, one);
}

/** What a stack lives beside that can be looked at. */
export function soundBeside(stack: author.Stack, sound: Sound): readonly author.Beside[] {
  return (stack.beside ?? []).filter((one) => sound(one, 'external-alerts', 'existing-dashboard'));
}

/** The files of alerts that others write, read. A file that is not there is another's complaint. */
export function resolveExternal({ stack, sound, evaluators }: Scope, first: Evaluator, files: Files) {
  const found = soundBeside(stack, sound).flatMap((one): readonly ExternalAlerts[] => {
    const text = files.get(one.file);
    if (one.kind !== 'external-alerts' || text === undefined) return [];
    const { id, file, team, evaluator, note } = one;
    const owner = team === undefined ? {} : { team: resolveTeam(team, stack) };
    const evaluatedBy = evaluators.get(evaluator?.id ?? '') ?? first;
    const head = { id, file, ...owner, evaluator: evaluatedBy, ...given({ note }) };
    return [{ ...head, ...readRuleFile(text), address: addressOf(stack, one) }];
  });
  return sortedBy(found, ({ id }) => id);
}

/** The dashboards that others draw, read. */
export function resolveExistingDashboards({ stack, sound }: Scope, files: Files): readonly ExistingDashboard[] {
  const found = soundBeside(stack, sound).flatMap((one): readonly ExistingDashboard[] => {
    const text = files.get(one.file);
    if (one.kind !== 'existing-dashboard' || text === undefined) return [];
    const { id, file, folder = 'existing' } = one;
    return [{ id, file, folder, text, content: readDashboardFile(text), address: addressOf(stack, one) }];
  });
  return sortedBy(found, ({ id }) => id);
}

/** Files that cannot be read, and evaluators that are not the stack's. */
export function besideProblems(stack: author.Stack, sound: Sound, files: Files): readonly Diagnostic[] {
  const ids = stack.evaluators.map(({ id }) => id);
  return soundBeside(stack, sound).flatMap((one) => {
    const address = addressOf(stack, one);
    const stranger = one.kind === 'external-alerts' && one.evaluator !== undefined && !ids.includes(one.evaluator.id);
    return [
      ...(files.has(one.file) ? [] : [unreadable(one.file, inside(address, 'file'))]),
      ...(stranger ? [strangeEvaluator(one.evaluator?.id ?? '', ids, inside(address, 'evaluator'))] : []),
    ];
  });
}

/** A complaint of a file that a stack names and that is not there. */
export function unreadable(file: string, address: Address): Diagnostic {
  const message = `the file ${file} cannot be read`;
  return problem('load/existing-file', address, message, 'Write the path relative to the definitions file.');
}

function strangeEvaluator(id: string, ids: readonly string[], address: Address): Diagnostic {
  const cure = `Use ${ids.join(', ')}, or add it to the stack's evaluators.`;
  return problem('reference/evaluator', address, `the evaluator ${id} is not one of the stack's`, cure);
}

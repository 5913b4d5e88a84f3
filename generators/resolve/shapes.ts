import { type Address, type Diagnostic, inside, problem, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../language/place.ts';
import { valueKinds } from '../language/references.ts';
import { shown } from '../language/shown.ts';
import { definitionProblems } from './definitions.ts';
import { conditionProblems, valueProblems } from './figures.ts';
import { conflicts, counterNameProblem, declarationOf, metricProblems } from './metrics.ts';
import { shapeProblems } from './shape-problems.ts';
import { type Sound, soundIn, spread } from './soundness.ts';
import { isPrintableId, isTagged, type Tagged, type Visit, type Walk, walk } from './walk.ts';

export interface Shapes {
  readonly diagnostics: readonly Diagnostic[];
  /** Tells what can be compiled from what cannot. */
  readonly sound: Sound;
}

/** Checks everything that is reachable from these stacks, each thing once. Whatever it is given, it does not throw. */
export function checkShapes(stacks: readonly unknown[]): Shapes {
  const walks = stacks.flatMap((stack, index) => (isStack(stack) ? [walk(stack, stackAddress(stack, index))] : []));
  const visits = visitsOf(walks);
  const shape = visits.map((visit) => ({ visit, problems: ownProblems(visit) }));
  const wellShaped = soundIn(walks, spread(walks, broken(shape)));
  const meaning = visits.map((visit) => ({ visit, problems: meaningProblems(visit, wellShaped) }));
  const sound = soundIn(walks, spread(walks, broken([...shape, ...meaning])));
  const found = [...shape, ...meaning].flatMap(({ problems }) => problems);
  const others = [...strangers(stacks), ...sameIds(stacks), ...walks.flatMap((one) => conflictsIn(one, sound))];
  return { diagnostics: sortDiagnostics([...found, ...others]), sound };
}

interface Found {
  readonly visit: Visit;
  readonly problems: readonly Diagnostic[];
}

function broken(found: readonly Found[]): ReadonlySet<Tagged> {
  return new Set(found.filter(({ problems }) => problems.length > 0).map(({ visit }) => visit.value));
}

/** Each thing once, however many stacks share it; handles as declared before the handles made from them. */
function visitsOf(walks: readonly Walk[]): readonly Visit[] {
  const byValue = new Map<Tagged, Visit>();
  for (const visit of walks.flatMap(({ visits }) => visits)) {
    if (!byValue.has(visit.value)) byValue.set(visit.value, visit);
  }
  const narrowed = ({ value }: Visit) => (Array.isArray(value.matchers) && value.matchers.length > 0 ? 1 : 0);
  return [...byValue.values()].sort((a, b) => narrowed(a) - narrowed(b));
}

function ownProblems({ value, address }: Visit): readonly Diagnostic[] {
  if (!isHandle(value)) return shapeProblems(value, address);
  const declared = declarationOf(value, address);
  const problems = shapeProblems(value, declared);
  const mustEnd = value.kind === 'counter' && value.unsuffixed !== true;
  const misnamed = mustEnd ? counterNameProblem(value.name, inside(declared, 'name')) : undefined;
  return misnamed === undefined ? problems : [misnamed, ...problems.filter(({ code }) => code !== 'metric/unit')];
}

function isHandle(value: Tagged): value is Tagged & { readonly name: string } {
  return 'matchers' in value && isPrintableId(value.name);
}

function meaningProblems({ value, address }: Visit, sound: Sound): readonly Diagnostic[] {
  if (sound(value, 'counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info')) {
    return metricProblems(value, address);
  }
  if (sound(value, ...valueKinds)) {
    return valueProblems(value, address);
  }
  if (sound(value, 'above', 'below', 'outside', 'any', 'fails-times', 'moves', 'silent', 'raw')) {
    return conditionProblems(value, address);
  }
  return definitionProblems(value, address, sound);
}

function conflictsIn({ visits }: Walk, sound: Sound): readonly Diagnostic[] {
  return conflicts(
    visits.flatMap(({ value, address }) =>
      sound(value, 'counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info') ? [{ value, address }] : [],
    ),
  );
}

/** Whether a value was made by `stack({…})`, whatever is in it. */
export function isStack(value: unknown): value is Tagged & { readonly kind: 'stack' } {
  return isTagged(value) && value.kind === 'stack';
}

function stackAddress(stack: Tagged, index: number): Address {
  return { path: [isPrintableId(stack.id) ? stack.id : `stacks[${index}]`], place: placeOf(stack) };
}

function strangers(stacks: readonly unknown[]): readonly Diagnostic[] {
  return stacks.flatMap((stack, index) => {
    if (isStack(stack)) return [];
    const address = { path: [`stacks[${index}]`], place: placeOf(stack) };
    const cure = 'Export stacks only: export default [production] where production is stack({…}).';
    return [problem('load/no-stacks', address, `${shown(stack)} is not a stack`, cure)];
  });
}

/** Ids become folders, which some disks do not tell apart by case. */
function sameIds(stacks: readonly unknown[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return stacks.flatMap((stack) => {
    if (!isStack(stack) || !isPrintableId(stack.id)) return [];
    const key = stack.id.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    if (isNew) return [];
    const message = `two stacks have the id ${shown(stack.id)}`;
    const address = { path: [stack.id], place: placeOf(stack) };
    return [problem('reference/duplicate-id', address, message, 'Rename one of them.')];
  });
}

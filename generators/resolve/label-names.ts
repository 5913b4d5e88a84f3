import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import { defaultLabelNames, type LabelNames } from '../model/label-names.ts';
import { label } from '../model/names.ts';
import { firstBy, given } from './order.ts';
import { addressIn, teamsOf } from './scope.ts';
import type { Sound } from './soundness.ts';

/** Names that mean something else in a rule, a route or a table of ours, and who gives them. */
const taken: readonly (readonly [names: readonly string[], whose: string])[] = [
  [Object.values(label), 'the compiler itself writes'],
  [['alertname', 'alertstate', 'job', 'instance', 'le', 'quantile'], 'Prometheus itself writes'],
  [
    ['title', 'objective', 'tier', 'dashboard', 'unit_title', 'role', 'measured_in', 'target', 'importance'],
    'the info series of SLOs, units and figures carry',
  ],
  [['firing', 'budget', 'Time', 'Value'], 'the tables of the dashboards have as a column'],
];

const roles = ['severity', 'team', 'environment'] as const satisfies readonly (keyof LabelNames)[];

/** The names of a stack's labels; the usual ones where the stack's own cannot be, so that the rest is still judged. */
export function labelNamesOf(stack: author.Stack): LabelNames {
  return nameProblems(stack).length === 0 ? wantedNames(stack) : defaultLabelNames;
}

/** Names of labels that are taken, and values that two severities or two teams share. */
export function labelNameProblems(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  return [
    ...nameProblems(stack),
    ...sharedValues('severities', 'severity', stack.severities, stack),
    ...sharedValues('teams', 'team', teamsOf(stack, sound), stack),
  ];
}

const wantedNames = ({ labels }: author.Stack): LabelNames => ({ ...defaultLabelNames, ...given({ ...labels }) });

function nameProblems(stack: author.Stack): readonly Diagnostic[] {
  const address: Address = { path: [stack.id], place: placeOf(stack) };
  const names = wantedNames(stack);
  return roles.flatMap((role) => {
    const name = names[role];
    const why = whyTaken(name, stack) ?? whyTwice(role, stack);
    // The usual name is at fault only where another label was given it, which is said there.
    if (why === undefined || stack.labels?.[role] === undefined) return [];
    const cure = `Give the ${role} another name, or leave it out: it is then \`${defaultLabelNames[role]}\`.`;
    const at = inside(address, `labels.${role}`);
    return [problem('shape/label-name', at, `the label for the ${role} cannot be \`${name}\`, ${why}`, cure)];
  });
}

function whyTaken(name: string, { expects }: author.Stack): string | undefined {
  const whose = taken.find(([names]) => names.includes(name))?.[1];
  if (whose !== undefined) return `a label that ${whose}`;
  return expects?.label === name ? 'the label by which the stack expects series to report' : undefined;
}

/** Of two that were given one name, the second is at fault. */
function whyTwice(role: keyof LabelNames, stack: author.Stack): string | undefined {
  const names = wantedNames(stack);
  const settled = (one: keyof LabelNames) =>
    stack.labels?.[one] === undefined || roles.indexOf(one) < roles.indexOf(role);
  const other = roles.find((one) => one !== role && names[one] === names[role] && settled(one));
  return other === undefined ? undefined : `which is also the label for the ${other}`;
}

type Labelled = { readonly id: string; readonly label?: string };

/** Two of one id are reported as such. */
function sharedValues(
  many: string,
  kind: string,
  list: readonly Labelled[],
  stack: author.Stack,
): readonly Diagnostic[] {
  const first = new Map<string, Labelled>();
  return [...firstBy(list, ({ id }) => id).values()].flatMap((one) => {
    const value = one.label ?? one.id;
    const other = first.get(value);
    first.set(value, other ?? one);
    if (other === undefined) return [];
    const message = `the ${many} ${other.id} and ${one.id} both have the label value ${value}`;
    const cure = 'Give one of them another `label`: routes tell them apart by it.';
    return [problem('reference/duplicate-label', addressIn(stack, `${kind} ${one.id}`, one), message, cure)];
  });
}

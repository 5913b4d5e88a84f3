import type { CallNode, Node } from './ast.ts';
import { type Labels, noLabels, type Presence, presenceOf, withLabels } from './label-set.ts';
import { typeOf } from './typing.ts';

/** Functions that return series under the name they had. */
const keepName: ReadonlySet<string> = new Set([
  ...['last_over_time', 'first_over_time', 'sort', 'sort_desc', 'sort_by_label', 'sort_by_label_desc'],
  ...['label_replace', 'label_join', 'info'],
]);

/** The labels of a function's result; `infer` tells those of an argument. */
export function callLabels(node: CallNode, infer: (node: Node) => Labels): Labels {
  const { name, args } = node;
  const vector = args.find((arg) => typeOf(arg) === 'instant' || typeOf(arg) === 'range');
  if (name === 'absent' || name === 'absent_over_time') return absentLabels(args[0]);
  if (vector === undefined || typeOf(node) === 'scalar') return noLabels;
  const labels = infer(vector);
  return relabelled(node, keepName.has(name) ? labels : withLabels(labels, 'never', '__name__'));
}

function relabelled({ name, args }: CallNode, labels: Labels): Labels {
  const texts = args.flatMap((arg) => (arg.kind === 'string' ? [arg.value] : []));
  switch (name) {
    case 'histogram_quantile':
    case 'histogram_fraction':
      return withLabels(labels, 'never', 'le');
    case 'histogram_quantiles':
      return withLabels(withLabels(labels, 'never', 'le'), 'always', ...texts.slice(0, 1));
    case 'label_replace':
      return replaced(labels, texts);
    case 'label_join':
      return joined(labels, texts);
    case 'info':
      return { known: new Map([...labels.known].filter(([, presence]) => presence !== 'never')), others: 'maybe' };
    default:
      return labels;
  }
}

/** `absent` knows only what the selector says with a single `=`. */
function absentLabels(of: Node | undefined): Labels {
  if (of?.kind !== 'selector') return noLabels;
  const sure = of.matchers.filter(
    ({ label, op, value }) =>
      op === '=' && value !== '' && of.matchers.filter((other) => other.label === label).length === 1,
  );
  const labels = sure.map(({ label }) => label).filter((label) => label !== '__name__');
  return withLabels(noLabels, 'always', ...labels);
}

/** Patterns that match whatever the source is, and those that match it unless it is missing. */
const anything: ReadonlySet<string> = new Set(['.*', '(.*)']);
const something: ReadonlySet<string> = new Set(['.+', '(.+)']);

function replaced(
  labels: Labels,
  [target = '', replacement = '', source = '', pattern = '']: readonly string[],
): Labels {
  const before = presenceOf(labels, target);
  const from = presenceOf(labels, source);
  if (something.has(pattern) && from === 'never') return labels;
  const matches = anything.has(pattern) || (something.has(pattern) && from === 'always');
  const value = replacementPresence(replacement, pattern, from);
  return withLabels(labels, matches || value === before ? value : 'maybe', target);
}

/** Whether the replacement of a match is a value: an empty one takes the label away. */
function replacementPresence(replacement: string, pattern: string, source: Presence): Presence {
  if (replacement === '') return 'never';
  if (replacement.replaceAll(/\$(?:\w+|\{\w+\})/g, '') !== '') return 'always';
  const isWhole = /^\$(?:1|\{1\})$/.test(replacement) && (pattern === '(.*)' || pattern === '(.+)');
  if (!isWhole) return 'maybe';
  return pattern === '(.+)' ? 'always' : source;
}

function joined(labels: Labels, [target = '', separator = '', ...sources]: readonly string[]): Labels {
  const parts = sources.map((source) => presenceOf(labels, source));
  const separated = separator !== '' && sources.length > 1;
  const isSure = separated || parts.includes('always');
  const isEmpty = parts.every((part) => part === 'never');
  return withLabels(labels, isSure ? 'always' : isEmpty ? 'never' : 'maybe', target);
}

import { type Address, type Diagnostic, problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { type LabelValues, type Matcher, scrapeLabels } from '../language/labels.ts';
import type { Metric } from '../language/metrics.ts';
import { placeOf } from '../language/place.ts';
import { shown } from '../language/shown.ts';
import { regexpMatches, regexpProblem } from '../promql/regexp.ts';
import { labelCure, unknownLabel } from './label-problems.ts';

/** What is wrong with the choice of series that a handle stands for. */
export function matcherProblems(metric: Metric, site: Address): readonly Diagnostic[] {
  const address = { path: site.path, place: placeOf(metric) ?? site.place };
  const single = metric.matchers.flatMap((matcher) => singleProblem(matcher, metric, address) ?? []);
  return single.length > 0 ? single : contradictions(metric, address);
}

function singleProblem(matcher: Matcher, metric: Metric, address: Address): Diagnostic | undefined {
  const { label } = matcher;
  const values = declaredValues(metric, label);
  if (values === undefined) {
    return problem('metric/label', address, unknownLabel(label, metric), labelCure(Object.keys(metric.labels)));
  }
  const regular = matcher.op === '=~' || matcher.op === '!~';
  return (regular ? regexpFault(matcher, address) : undefined) ?? valueFault(matcher, values, address);
}

/** The values that a label of a metric's series may have; undefined where the metric has no such label. */
export function declaredValues({ labels }: Metric, label: string): LabelValues | undefined {
  return Object.hasOwn(labels, label) ? labels[label] : scraped.get(label);
}

/** Anything may be a job or an instance. */
const scraped: ReadonlyMap<string, LabelValues> = new Map(
  scrapeLabels.map((label) => [label, { kind: 'label-values', values: [], atMost: 1_000_000, open: true }]),
);

/** Flags of a JavaScript expression arrive in its text, see `language/labels.ts`. */
const FLAGS = /^\(\?flags:([a-z]*)\)/;

/** An expression for a label that Prometheus does not read as it was meant. */
export function regexpFault({ label, value }: Matcher, address: Address): Diagnostic | undefined {
  const flags = FLAGS.exec(value)?.[1];
  if (flags !== undefined) {
    const message = `the expression for \`${label}\` has the flags ${shown(flags)}, which Prometheus does not know`;
    const cure = flags.includes('i') ? 'Remove them; to ignore case, write both letters: [Uu]s.*.' : 'Remove them.';
    return problem('metric/regexp', address, message, cure);
  }
  const fault = regexpProblem(value);
  if (fault === undefined) return undefined;
  const message = `${shown(value)} for \`${label}\` is not an RE2 expression: ${fault}`;
  return problem('metric/regexp', address, message, 'Write it without look-arounds and back references.');
}

function valueFault(matcher: Matcher, values: LabelValues, address: Address): Diagnostic | undefined {
  const impossible = impossibleIn(matcher, values);
  if (impossible === undefined) return undefined;
  const list = values.values.slice(0, 8).join(', ') || 'the values that it has';
  const message = `${shown(impossible)} is not a value of \`${matcher.label}\`${didYouMean(impossible, values.values)}`;
  const cure = `Use one of ${list}${values.values.length > 8 ? ', …' : ''}, or add the value to the label.`;
  return problem('metric/label-value', address, message, cure);
}

/** The value or expression that no series can match, of an open label only the empty one. */
function impossibleIn({ op, value }: Matcher, { values, open }: LabelValues): string | undefined {
  const known = (one: string) => (open ? one !== '' : values.includes(one));
  const alternatives = op === '=' || op === '!=' ? [value] : alternativesOf(value);
  if (alternatives !== undefined) return alternatives.find((one) => !known(one));
  return open || values.some((one) => regexpMatches(value, one)) ? undefined : value;
}

/** The values of an expression that only lists some, as `where({ region: ['us-east', 'us-west'] })` makes it. */
export function alternativesOf(pattern: string): readonly string[] | undefined {
  if (!/^(?:[^\\^$.*+?()[\]{}]|\\[\\^$.*+?()[\]{}|])*$/.test(pattern)) return undefined;
  return pattern.split(/(?<!\\)\|/).map((one) => one.replace(/\\(.)/g, '$1'));
}

/** Labels whose matchers are each possible, and together match none of their values. */
function contradictions(metric: Metric, address: Address): readonly Diagnostic[] {
  return Object.entries(metric.labels).flatMap(([label, { values, open }]) => {
    const matchers = metric.matchers.filter((matcher) => matcher.label === label);
    if (open || matchers.length === 0) return [];
    if (values.some((value) => matchers.every((matcher) => matches(matcher, value)))) return [];
    const chosen = matchers.map(({ op, value }) => `${label}${op}${shown(value)}`).join(' and ');
    const message = `no value of \`${label}\` satisfies ${chosen}`;
    return [problem('metric/label-value', address, message, 'Choose each label once.')];
  });
}

function matches({ op, value }: Matcher, text: string): boolean {
  const equal = op === '=' || op === '!=' ? value === text : regexpMatches(value, text);
  return op === '!=' || op === '!~' ? !equal : equal;
}

import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { type Matcher, matchersOf } from '../language/labels.ts';
import type { Metric } from '../language/metrics.ts';
import { placeOf } from '../language/place.ts';
import { isSelector } from '../language/selector-schema.ts';
import { shown } from '../language/shown.ts';
import { meets } from '../promql/matcher.ts';
import { unknownLabel } from './label-problems.ts';
import { alternativesOf, declaredValues, regexpFault } from './matchers.ts';
import { firstBy } from './order.ts';
import type { Sound } from './soundness.ts';
import { isTagged, joined, type Tagged } from './walk.ts';

interface Site {
  readonly metric: Metric;
  readonly address: Address;
}

/** What is wrong with a selector, by itself and for the handles that it narrows. */
export function selectorProblems(definition: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  const { selector } = definition;
  if (!isSelector(selector)) return [];
  const at = (label: string) => inside(address, `selector.${label}`);
  const seen = new Set<object>();
  const sites = Object.entries(definition).flatMap(([field, value]) => sitesIn(value, field, { address, sound, seen }));
  return matchersOf(selector).flatMap((matcher) => {
    const fault = regexpFault(matcher, at(matcher.label));
    if (fault !== undefined) return [fault];
    return [
      ...unknownIn(matcher, sites),
      ...valueless(matcher, sites, at(matcher.label)),
      ...contradictions(matcher, sites),
    ];
  });
}

interface Search {
  readonly address: Address;
  readonly sound: Sound;
  /** An author may make anything, also what holds itself. */
  readonly seen: Set<object>;
}

/** Every handle below a field, with the place where it was made. */
function sitesIn(value: unknown, field: string, search: Search): readonly Site[] {
  const { address, sound, seen } = search;
  if (sound(value, 'counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info')) {
    return [{ metric: value, address: inside(address, field, placeOf(value)) }];
  }
  if (typeof value !== 'object' || value === null || seen.has(value) || isElsewhere(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, one]) =>
    sitesIn(one, joined(field, Array.isArray(value) ? Number(key) : key), search),
  );
}

/** What a unit names and others name, too: its figures are not the unit's own. */
const elsewhere = ['runbook', 'existing-runbook', 'severity', 'team', 'prometheus'];

function isElsewhere(value: object): boolean {
  return 'matchers' in value || (isTagged(value) && elsewhere.includes(value.kind));
}

const has = ({ label }: Matcher, metric: Metric): boolean => declaredValues(metric, label) !== undefined;

/** Said once for each metric, where it is used first. */
const oncePerMetric = (sites: readonly Site[]): readonly Site[] => [
  ...firstBy(sites, ({ metric }) => metric.name).values(),
];

function unknownIn(matcher: Matcher, sites: readonly Site[]): readonly Diagnostic[] {
  const { label } = matcher;
  return oncePerMetric(sites.filter(({ metric }) => !has(matcher, metric))).map(({ metric, address }) => {
    const message = `${unknownLabel(label, metric)}, and the selector chooses by it`;
    const other = 'ake it out of the selector and narrow the shared handles with .where(…).';
    // The labels of a catalogue's metric are what its exporter gives it.
    const cure =
      metric.exporter === undefined
        ? `Declare \`${label}\` at the metric, if the series carry it; otherwise t${other}`
        : `T${other}`;
    return problem('metric/label', address, message, cure);
  });
}

/** A value that the label of a metric does not have. */
function valueless(matcher: Matcher, sites: readonly Site[], address: Address): readonly Diagnostic[] {
  const { label, value } = matcher;
  return oncePerMetric(sites).flatMap(({ metric }) => {
    const values = declaredValues(metric, label);
    if (values === undefined || values.open || values.values.some((one) => meets(matcher, one))) return [];
    const message = `${metric.name} has no series with \`${label}\` ${matcher.op} ${shown(value)}${didYouMean(value, values.values)}`;
    const cure = `Use one of ${values.values.slice(0, 8).join(', ')}, or add the value to the label.`;
    return [problem('metric/label-value', address, message, cure)];
  });
}

/** Handles that chose otherwise by the same label. */
function contradictions(matcher: Matcher, sites: readonly Site[]): readonly Diagnostic[] {
  return sites.flatMap(({ metric, address }) => {
    const own = metric.matchers.filter(({ label }) => label === matcher.label);
    // What is not RE2 is said of the handle itself.
    const unread = own.some((one) => regexpFault(one, address) !== undefined);
    if (!has(matcher, metric) || own.length === 0 || unread) return [];
    if (areTogetherPossible([...own, matcher], metric)) return [];
    const { label, op, value } = matcher;
    const written = own.map((one) => `${one.op} ${shown(one.value)}`).join(' and ');
    const message = `${metric.name} is chosen with \`${label}\` ${written}, and the selector chooses ${op} ${shown(value)}: no series is both`;
    const cure = `Leave \`${label}\` to the selector; what others measure belongs to their own definition.`;
    return [problem('metric/label-value', address, message, cure)];
  });
}

/** Of an open label only what is chosen by value can be known to be impossible. */
function areTogetherPossible(matchers: readonly Matcher[], metric: Metric): boolean {
  const values = declaredValues(metric, matchers[0]?.label ?? '');
  const listed = matchers.find(({ op, value }) => op === '=' || (op === '=~' && alternativesOf(value) !== undefined));
  const possible = values?.open === false ? values.values : listed && (alternativesOf(listed.value) ?? [listed.value]);
  return possible === undefined || possible.some((value) => matchers.every((matcher) => meets(matcher, value)));
}

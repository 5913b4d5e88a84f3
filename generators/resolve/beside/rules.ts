import { shown } from '../../language/shown.ts';
import type { ExternalAlert, ExternalRecording, FileProblem } from '../../model/beside.ts';
import { parse, parseDuration } from '../../promql/index.ts';
import { type Fields, isMapping } from './yaml-documents.ts';

/** What a file of rules holds, with all that is wrong in it. What is broken is left out. */
export interface RuleFileContent {
  readonly alerts: readonly ExternalAlert[];
  readonly recordings: readonly ExternalRecording[];
  readonly problems: readonly FileProblem[];
}

/** What a rule was read as: one of the two, or neither where it is broken. */
export interface Read {
  readonly alert?: ExternalAlert;
  readonly recording?: ExternalRecording;
  readonly problems: readonly FileProblem[];
}

interface RulePlace {
  readonly group: string;
  /** Labels of the group (Prometheus 3.0); those of a rule go before them. */
  readonly labels: Texts;
  readonly line: number | undefined;
}

type Texts = Readonly<Record<string, string>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads a rule as Prometheus would, and says everything that it would refuse it for. */
export function readRule(rule: unknown, { group, labels, line }: RulePlace): Read {
  const at = line === undefined ? {} : { line };
  if (!isMapping(rule)) return { problems: [{ ...at, message: 'a rule is not a mapping' }] };
  const { alert, record, expr } = rule;
  const own = labelsOf(rule.labels, `the labels of ${nameOf(rule)}`, line);
  const annotations = labelsOf(rule.annotations, `the annotations of ${nameOf(rule)}`, line);
  const faults = [...identityFaults(rule), ...timeFaults(rule)].map((message) => ({ ...at, message }));
  const problems = [...faults, ...own.problems, ...annotations.problems];
  if (!isText(expr) || (isText(alert) && isText(record))) return { problems };
  const parsed = parse(expr).expr;
  const common = {
    group,
    ...at,
    text: expr,
    ...(parsed === undefined ? {} : { expr: parsed }),
    labels: { ...labels, ...own.texts },
  };
  if (isText(record)) return { recording: { ...common, record }, problems };
  if (!isText(alert)) return { problems };
  const wait = isText(rule.for) ? rule.for : '';
  return { alert: { ...common, alert, for: wait, annotations: annotations.texts }, problems };
}

function nameOf({ alert, record }: Fields): string {
  return shown(isText(alert) ? alert : isText(record) ? record : 'a rule without a name');
}

function identityFaults(rule: Fields): readonly string[] {
  const { alert, record, expr } = rule;
  const both = isText(alert) && isText(record);
  return [
    ...(both ? [`${nameOf(rule)} has both \`alert\` and \`record\``] : []),
    ...(isText(alert) || isText(record) ? [] : ['a rule has neither `alert` nor `record`']),
    ...(isText(expr) ? [] : [`${nameOf(rule)} has no \`expr\``]),
  ];
}

const times = ['for', 'keep_firing_for'] as const;

function timeFaults(rule: Fields): readonly string[] {
  return times.flatMap((field) => {
    const value = rule[field];
    if (value === undefined || value === null || value === '0') return [];
    const isDuration = typeof value === 'string' && parseDuration(value) !== undefined;
    return isDuration ? [] : [`the \`${field}\` of ${nameOf(rule)} is ${shown(value)}, which is not a duration`];
  });
}

/** A mapping of texts: labels or annotations. */
export function labelsOf(
  value: unknown,
  what: string,
  line: number | undefined,
): { readonly texts: Texts; readonly problems: readonly FileProblem[] } {
  const at = line === undefined ? {} : { line };
  if (value === undefined || value === null) return { texts: {}, problems: [] };
  if (!isMapping(value)) return { texts: {}, problems: [{ ...at, message: `${what} are not a mapping` }] };
  const entries = Object.entries(value);
  const faults = entries.flatMap(([name, text]) => [
    ...(name !== '' && name !== '__name__' ? [] : [`${what} hold ${shown(name)}, which nobody may set`]),
    ...(text === null || typeof text === 'string' ? [] : [`${what} hold a ${shown(name)} that is not a text`]),
  ]);
  const texts = entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : []));
  return { texts: Object.fromEntries(texts), problems: faults.map((message) => ({ ...at, message })) };
}

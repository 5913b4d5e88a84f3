import { type GroupPlace, readGroups } from './rule-groups.ts';
import type { RuleFileContent } from './rules.ts';
import { isMapping, readDocuments } from './yaml-documents.ts';
import type { LineOf } from './yaml-lines.ts';

const nothing = { alerts: [], recordings: [] };

/**
 * Reads a file of Prometheus rules, or of `PrometheusRule` resources, several in one file and lists of them included:
 * https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/ and
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function readRuleFile(text: string): RuleFileContent {
  const read = readDocuments(text);
  if (read.kind === 'not yaml') return { ...nothing, problems: [read.problem] };
  const { documents, lineOf } = read;
  const resources = documents.flatMap((one, index) => resourcesIn(one, { document: index, path: [] }));
  if (resources.length > 0) return merged(resources.map((place) => readGroups(place, lineOf)));
  return plainFile(documents, lineOf);
}

/** Of a plain file Prometheus reads the first document, and passes over the rest in silence (it warns since 3.11). */
function plainFile([first, ...rest]: readonly unknown[], lineOf: LineOf): RuleFileContent {
  const groups = isMapping(first) ? first.groups : undefined;
  if (groups === undefined) {
    const message = 'it is not a file of rules: there is neither a list `groups` nor a PrometheusRule in it';
    return { ...nothing, problems: [{ message }] };
  }
  const content = readGroups({ groups, document: 0, path: ['groups'] }, lineOf);
  const line = lineOf(1, []);
  const message = 'a second YAML document begins, which Prometheus does not read';
  const unread = rest.length === 0 ? [] : [line === undefined ? { message } : { line, message }];
  return { ...content, problems: [...content.problems, ...unread] };
}

type Place = Omit<GroupPlace, 'groups'>;

/** The `spec.groups` of a PrometheusRule, or of every one in a list. */
function resourcesIn(value: unknown, { document, path }: Place): readonly GroupPlace[] {
  if (!isMapping(value)) return [];
  const { kind, spec, items } = value;
  if (kind === 'PrometheusRule') {
    return [{ groups: isMapping(spec) ? spec.groups : undefined, document, path: [...path, 'spec', 'groups'] }];
  }
  if ((kind !== 'List' && kind !== 'PrometheusRuleList') || !Array.isArray(items)) return [];
  return items.flatMap((item, index) => resourcesIn(item, { document, path: [...path, 'items', index] }));
}

function merged(contents: readonly RuleFileContent[]): RuleFileContent {
  return {
    alerts: contents.flatMap(({ alerts }) => alerts),
    recordings: contents.flatMap(({ recordings }) => recordings),
    problems: contents.flatMap(({ problems }) => problems),
  };
}

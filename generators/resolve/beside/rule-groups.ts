import { shown } from '../../language/shown.ts';
import type { FileProblem } from '../../model/beside.ts';
import { labelsOf, type Read, type RuleFileContent, readRule } from './rules.ts';
import { type Fields, isMapping } from './yaml-documents.ts';
import type { LineOf } from './yaml-lines.ts';

/** A list of groups and where it stands in its file. */
export interface GroupPlace {
  readonly groups: unknown;
  readonly document: number;
  readonly path: readonly (string | number)[];
}

/** The rules of a list of groups, in the order of the file. */
export function readGroups({ groups, document, path }: GroupPlace, lineOf: LineOf): RuleFileContent {
  const at = (...steps: readonly (string | number)[]) => lineOf(document, [...path, ...steps]);
  const list = groups ?? [];
  if (!Array.isArray(list)) return contentOf([{ problems: [problemAt(at(), '`groups` is not a list')] }]);
  const names = new Set<string>();
  return contentOf(
    list.flatMap((group: unknown, index): readonly Read[] => {
      const line = at(index);
      if (!isMapping(group)) return [{ problems: [problemAt(line, 'a group is not a mapping')] }];
      const again = typeof group.name === 'string' && names.has(group.name);
      if (typeof group.name === 'string') names.add(group.name);
      const twice = again ? [problemAt(line, `two groups have the name ${shown(group.name)}`)] : [];
      return [{ problems: twice }, ...readGroup(group, line, (rule) => at(index, 'rules', rule))];
    }),
  );
}

function readGroup(
  group: Fields,
  line: number | undefined,
  lineOfRule: (index: number) => number | undefined,
): readonly Read[] {
  const { name, rules } = group;
  const unnamed = typeof name === 'string' && name !== '' ? [] : [problemAt(line, 'a group has no name')];
  const labels = labelsOf(group.labels, 'the labels of the group', line);
  const head = { problems: [...unnamed, ...labels.problems] };
  const list = rules ?? [];
  if (!Array.isArray(list)) return [head, { problems: [problemAt(line, 'the `rules` of a group are not a list')] }];
  const of = { group: typeof name === 'string' ? name : '', labels: labels.texts };
  return [head, ...list.map((rule: unknown, index) => readRule(rule, { ...of, line: lineOfRule(index) }))];
}

/** A problem, with its line where that is known. */
function problemAt(line: number | undefined, message: string): FileProblem {
  return line === undefined ? { message } : { line, message };
}

function contentOf(read: readonly Read[]): RuleFileContent {
  return {
    alerts: read.flatMap(({ alert }) => alert ?? []),
    recordings: read.flatMap(({ recording }) => recording ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

import { isDeepStrictEqual } from 'node:util';
import { dataAndTextPanels, type Fields, fields, items, strings, text } from './json-walk.ts';

/** What no schema can say of a dashboard: names, ids and places that must fit each other. */
export function referenceProblems(dashboard: unknown): readonly string[] {
  const panels = dataAndTextPanels(dashboard);
  return [
    ...(panels.length === 0 ? ['/panels: no panel to look at'] : []),
    ...uidProblems(fields(dashboard).uid),
    ...idProblems(dashboard),
    ...placeProblems(items(fields(dashboard).panels), '/panels'),
    ...rowContents(dashboard).flatMap(({ panels: nested, path }) => placeProblems(nested, path)),
    ...variableProblems(dashboard),
    ...panels.flatMap(({ panel, path }) => [
      ...targetProblems(panel, path),
      ...thresholdProblems(panel, path),
      ...unitProblems(panel, path),
    ]),
  ];
}

function rowContents(dashboard: unknown) {
  return items(fields(dashboard).panels).map((panel, i) => ({
    panels: items(fields(panel).panels),
    path: `/panels/${i}/panels`,
  }));
}

function uidProblems(uid: unknown): readonly string[] {
  return /^[A-Za-z0-9_-]{1,40}$/.test(text(uid)) ? [] : [`/uid: "${text(uid)}" is not 1 to 40 of A-Z a-z 0-9 _ -`];
}

function idProblems(dashboard: unknown): readonly string[] {
  const all = [...items(fields(dashboard).panels), ...rowContents(dashboard).flatMap(({ panels }) => panels)];
  const ids = all.map((panel) => fields(panel).id);
  const wrong = ids.filter((id) => !Number.isInteger(id) || Number(id) < 1 || Number(id) >= 2 ** 31);
  return [
    ...wrong.map((id) => `/panels: id ${text(id)} is no positive number of 31 bits`),
    ...repeated(ids.map(text)).map((id) => `/panels: id ${id} is used twice`),
  ];
}

function placeProblems(panels: readonly unknown[], path: string): readonly string[] {
  const places = panels.map((panel) => rectangle(fields(panel).gridPos));
  return places.flatMap((a, i) => [
    ...(a.x >= 0 && a.y >= 0 && a.w >= 1 && a.h >= 1 && a.x + a.w <= 24 ? [] : [`${path}/${i}: outside the grid`]),
    ...places.slice(0, i).flatMap((b, j) => (overlap(a, b) ? [`${path}/${i}: overlaps ${path}/${j}`] : [])),
  ]);
}

function rectangle(gridPos: unknown) {
  const { x, y, w, h } = fields(gridPos);
  return { x: Number(x), y: Number(y), w: Number(w), h: Number(h) };
}

type Rectangle = ReturnType<typeof rectangle>;

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** `$name`, `${name}` (with format or field), `[[name]]`; what starts with `__` or with a digit is not a dashboard's own. */
const reference = /\$\{?([A-Za-z_]\w*)|\[\[([A-Za-z_]\w*)(?::\w+)?\]\]/g;

function variableProblems(dashboard: unknown): readonly string[] {
  const variables = items(fields(fields(dashboard).templating).list).map(fields);
  const names = variables.map(({ name }) => text(name));
  const foreign = dataAndTextPanels(dashboard).flatMap(({ panel, path }) =>
    items(panel.targets).flatMap((target, i) => (isForeign(target) ? [`${path}/targets/${i}/`] : [])),
  );
  // What a `$` means in another data source's own query is its affair.
  const ours = strings(dashboard).filter(({ path }) => !foreign.some((target) => path.startsWith(target)));
  const undefinedNames = ours.flatMap(({ path, text: where }) =>
    [...where.matchAll(reference)]
      .map(([, name, bracketed]) => name ?? bracketed ?? '')
      .filter((name) => !name.startsWith('__') && !names.includes(name))
      .map((name) => `${path}: variable "${name}" is not defined`),
  );
  return [...repeated(names).map((name) => `/templating: variable "${name}" is defined twice`), ...undefinedNames];
}

function targetProblems(panel: Fields, path: string): readonly string[] {
  if (panel.type === 'text') return [];
  const targets = items(panel.targets).map(fields);
  const letters = targets.map(({ refId }) => text(refId));
  const own = targets.some((target) => !isForeign(target));
  const uid = text(fields(panel.datasource).uid);
  return [
    ...(targets.length === 0 ? [`${path}/targets: no query`] : []),
    ...(!own || /^\$\{\w+\}$/.test(uid) ? [] : [`${path}/datasource/uid: "${uid}" is no variable`]),
    ...targets.flatMap((target, i) =>
      isForeign(target) || text(target.expr).trim() !== '' ? [] : [`${path}/targets/${i}/expr: is empty`],
    ),
    ...repeated(letters).map((letter) => `${path}/targets: refId ${letter} is used twice`),
    ...overrides(panel).flatMap(({ matcher }, i) => {
      const { id, options } = fields(matcher);
      if (id !== 'byFrameRefID' || letters.includes(text(options))) return [];
      return [`${path}/fieldConfig/overrides/${i}: no query ${text(options)}`];
    }),
  ];
}

/** A query in the form of another data source, which it names itself: of that only the data source can judge. */
export function isForeign(target: unknown): boolean {
  const { type } = fields(fields(target).datasource);
  return type !== undefined && type !== 'prometheus';
}

function overrides(panel: Fields): readonly Fields[] {
  return items(fields(panel.fieldConfig).overrides).map(fields);
}

function thresholdProblems(panel: Fields, path: string): readonly string[] {
  const inOverrides = overrides(panel)
    .flatMap(({ properties }) => items(properties).map(fields))
    .filter(({ id }) => id === 'thresholds')
    .map(({ value }) => value);
  const all = [fields(fields(panel.fieldConfig).defaults).thresholds, ...inOverrides].filter((t) => t !== undefined);
  return all.flatMap((thresholds) => {
    const [first, ...rest] = items(fields(thresholds).steps).map((step) => fields(step).value);
    const ascending = isDeepStrictEqual(
      rest,
      [...new Set(rest)].sort((a, b) => Number(a) - Number(b)),
    );
    return first === null && ascending && !rest.includes(null) ? [] : [`${path}: thresholds do not ascend from null`];
  });
}

function unitProblems(panel: Fields, path: string): readonly string[] {
  if (panel.type === 'text' || fields(fields(panel.fieldConfig).defaults).unit !== undefined) return [];
  return [`${path}/fieldConfig/defaults: no unit`];
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

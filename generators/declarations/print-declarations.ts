import type { Observed } from '../exposition/observed.ts';
import { constantNames } from './constant-names.ts';
import { type Declaration, declare, undeclaredLine } from './declare.ts';
import type { LabelDeclaration } from './labels.ts';
import { literal } from './literal.ts';
import { settleTypes } from './settle-types.ts';

export interface DeclarationsWish {
  /** What was read, for the first line; must be fit for a comment. */
  readonly source: string;
  /** Which metrics; all where it is left out. */
  readonly match?: RegExp;
  /** Labels that the service does not expose itself. */
  readonly without: readonly string[];
}

export interface PrintedDeclarations {
  /** A module of TypeScript. */
  readonly text: string;
  /** How many metrics it declares. */
  readonly declared: number;
  /** How many it only names. */
  readonly undeclared: number;
}

const WIDTH = 120;

/** Writes what servers expose as declarations: a module that exports one constant for each metric, by name. */
export function printDeclarations(observed: Observed, wish: DeclarationsWish): PrintedDeclarations {
  const families = settleTypes(observed).filter(({ name }) => wish.match?.test(name) ?? true);
  const results = families.map((family) => declare(family, wish.without));
  const declared = results.flatMap((one) => (one.kind === 'declared' ? [one] : []));
  const undeclared = results.flatMap((one) => (one.kind === 'undeclared' ? [undeclaredLine(one)] : []));
  const names = constantNames(declared.map(({ name }) => name));
  const blocks = [
    header(wish.source),
    ...(declared.length === 0 ? ['export {};'] : [imports(declared)]),
    ...declared.map((one) => constant(one, names.get(one.name) ?? '')),
    ...(undeclared.length === 0 ? [] : [['// Not declared:', ...undeclared.map((line) => `// ${line}`)].join('\n')]),
  ];
  return { text: `${blocks.join('\n\n')}\n`, declared: declared.length, undeclared: undeclared.length };
}

function header(source: string): string {
  return [
    `// What ${source} exposed. A beginning: only what was there at the time is known.`,
    '// Keep what alerts, SLOs and panels read; check units and labels.',
  ].join('\n');
}

function imports(declared: readonly Declaration[]): string {
  const uses = declared.flatMap(({ maker, labels }) => [maker, ...kept(labels).map((one) => one.uses)]);
  const names = [...new Set<string>(uses)].sort();
  const line = `import { ${names.join(', ')} } from 'signalbox';`;
  return line.length <= WIDTH ? line : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'signalbox';`;
}

function kept(labels: readonly LabelDeclaration[]): readonly LabelDeclaration[] {
  return labels.filter(({ kind }) => kind === 'declared');
}

function constant(declaration: Declaration, name: string): string {
  const { maker, help, unit, unitGuessed, labels, fields, notes } = declaration;
  const lines = [
    `help: ${literal(help)},`,
    ...(unit === undefined
      ? []
      : [`unit: ${literal(unit)},${unitGuessed ? ' // Check: the name does not say it.' : ''}`]),
    ...labelLines(labels),
    ...fields.flatMap((field) => folded(`${field},`, 2)),
  ];
  return [
    ...notes.map((note) => `// ${note}`),
    `export const ${name} = ${maker}(${literal(declaration.name)}, {`,
    ...lines.map((line) => `  ${line}`),
    '});',
  ].join('\n');
}

function labelLines(labels: readonly LabelDeclaration[]): readonly string[] {
  if (labels.length === 0) return [];
  const plain = labels.every(({ note }) => note === undefined);
  const line = `labels: { ${labels.map(labelCode).join(', ')} },`;
  if (plain && line.length + 2 <= WIDTH) return [line];
  return ['labels: {', ...labels.flatMap(labelItem).map((item) => `  ${item}`), '},'];
}

function labelItem(label: LabelDeclaration): readonly string[] {
  const note = label.note === undefined ? [] : [`// ${label.note}`];
  const code = folded(`${labelCode(label)},`, 4);
  return [...note, ...(label.kind === 'declared' ? code : [`// ${labelCode(label)},`])];
}

function labelCode(label: LabelDeclaration): string {
  const call = label.uses === 'httpStatus' ? label.uses : `${label.uses}(${label.arguments.join(', ')})`;
  return `${label.key}: ${call}`;
}

/** A list too long for a line, one item to a line, as the formatter has it. Items are literals: none spans lines. */
function folded(code: string, indent: number): readonly string[] {
  if (code.length + indent <= WIDTH) return [code];
  const parts = /^(?<open>[^([{]*[([{])\s*(?<items>.*?)\s*(?<close>[)\]}],)$/.exec(code)?.groups;
  if (parts === undefined) return [code];
  return [parts.open ?? '', ...itemsOf(parts.items ?? '').map((item) => `  ${item},`), parts.close ?? ''];
}

function itemsOf(list: string): readonly string[] {
  return list.match(/(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^'",])+/g)?.map((item) => item.trim()) ?? [];
}

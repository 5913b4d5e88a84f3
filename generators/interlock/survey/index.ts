import type { Compiled } from '../../model/observables.ts';
import { type Catalogue, catalogueOf } from './series.ts';
import { type LabelReader, labelReader } from './series-labels.ts';
import { firstOfShapes } from './shape.ts';
import { boardUses, type RuleUse, ruleUses, runbookUses, type Use } from './uses.ts';

/** What many rules ask about a compiled stack: its expressions, the series they read, and the labels they carry. */
export interface Survey extends Catalogue, LabelReader {
  readonly rules: readonly RuleUse[];
  readonly runbooks: readonly Use[];
  readonly boards: readonly Use[];
  /** Of all these, those that have to be checked one by one. */
  readonly distinct: { readonly rules: readonly Use[]; readonly boards: readonly Use[] };
}

/** Rules are functions of what was compiled and of nothing else; this only spares each of them the same walk. */
const surveys = new WeakMap<Compiled, Survey>();

/** Surveys a compiled stack, once. */
export function surveyOf(compiled: Compiled): Survey {
  const known = surveys.get(compiled);
  if (known !== undefined) return known;
  const catalogue = catalogueOf(compiled);
  const [rules, runbooks, boards] = [ruleUses(compiled), runbookUses(compiled), boardUses(compiled)];
  const survey: Survey = {
    ...catalogue,
    rules,
    runbooks,
    boards,
    distinct: { rules: firstOfShapes([...rules, ...runbooks]), boards: firstOfShapes(boards) },
    ...labelReader(compiled.stack, catalogue),
  };
  surveys.set(compiled, survey);
  return survey;
}

import type { Compiled } from '../../model/observables.ts';
import { type Catalogue, catalogueOf } from './series.ts';
import { type LabelsOfExpr, labelReader } from './series-labels.ts';
import { boardUses, type RuleUse, ruleUses, runbookUses, type Use } from './uses.ts';

/** What many rules ask about a compiled stack: its expressions, the series they read, and the labels they carry. */
export interface Survey extends Catalogue {
  readonly rules: readonly RuleUse[];
  readonly runbooks: readonly Use[];
  readonly boards: readonly Use[];
  readonly labelsOf: LabelsOfExpr;
}

/** Rules are functions of what was compiled and of nothing else; this only spares each of them the same walk. */
const surveys = new WeakMap<Compiled, Survey>();

/** Surveys a compiled stack, once. */
export function surveyOf(compiled: Compiled): Survey {
  const known = surveys.get(compiled);
  if (known !== undefined) return known;
  const catalogue = catalogueOf(compiled);
  const survey: Survey = {
    ...catalogue,
    rules: ruleUses(compiled),
    runbooks: runbookUses(compiled),
    boards: boardUses(compiled),
    labelsOf: labelReader(compiled.stack, catalogue),
  };
  surveys.set(compiled, survey);
  return survey;
}

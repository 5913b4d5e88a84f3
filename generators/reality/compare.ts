import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { surveyOf } from '../interlock/survey/index.ts';
import type { Compiled } from '../model/observables.ts';
import { type BlindList, type Inventory, inventoryOf } from './blind-list.ts';
import { type Blinded, blindedBy } from './blindness.ts';
import type { Problem } from './problem.ts';
import { problemsIn } from './problems.ts';
import { type Seen, viewOf } from './view.ts';
import { someOf } from './wording.ts';

export interface Comparison {
  readonly diagnostics: readonly Diagnostic[];
  /** How many metrics and expressions were looked at. */
  readonly metrics: number;
  readonly expressions: number;
}

/**
 * What a stack declares and its expressions ask for, compared with what was seen: each difference as a problem that names
 * whom it blinds. `details` holds all names, and every expression that returns nothing for it.
 */
export function compareWithObserved(compiled: Compiled, seen: Seen): Comparison {
  const survey = surveyOf(compiled);
  const problems = problemsIn(compiled, survey, viewOf(seen, compiled.stack));
  const blinded = blindedBy(survey, problems);
  const inventory = inventoryOf(compiled, survey);
  return {
    // Only now have all selectors been asked about.
    diagnostics: problems.found().map((one) => diagnosticOf(one, blinded.get(one) ?? [], inventory)),
    metrics: problems.metrics,
    expressions: survey.rules.length + survey.runbooks.length + survey.boards.length,
  };
}

function diagnosticOf(problem: Problem, uses: readonly Blinded[], { listOf, named }: Inventory): Diagnostic {
  const { code, level, address, message, cure, lasts } = problem;
  const { nothing, fallback } = listOf(uses);
  const lines = [
    message,
    ...blindLine(lasts ? 'blind' : 'returns nothing until then', nothing),
    ...blindLine('reads a fallback instead', fallback),
  ];
  const queries = uses.map(({ use, returns, selectors }) => ({ ...named(use), returns, selectors }));
  return { code, level, address, message: lines.join('\n'), cure, details: { blind: nothing, fallback, queries } };
}

/** `blind: alerts A, B; SLO C`; what an SLO records goes without saying. */
function blindLine(lead: string, { alerts, slos, panels, recordings, runbooks, lists }: BlindList): readonly string[] {
  const parts = [
    counted('alert', alerts),
    counted('SLO', slos),
    counted('panel', panels),
    counted('recording', slos.length > 0 ? [] : recordings),
    counted('runbook', runbooks),
    counted('list', lists),
  ].flat();
  return parts.length === 0 ? [] : [`${lead}: ${parts.join('; ')}`];
}

function counted(noun: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${noun}${names.length === 1 ? '' : 's'} ${someOf(names)}`];
}

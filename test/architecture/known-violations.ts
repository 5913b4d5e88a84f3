/**
 * What breaks a rule today, word for word as the rule says it, and why. A violation that is mended must leave this list:
 * the list may only shrink.
 */
export const knownArrows: Readonly<Record<string, string>> = {
  'generators/emit/runbooks/slo-words.ts may not import generators/derive/conditions.ts':
    'The words for a condition are made with its rule; the alert could carry them.',
  'generators/emit/runbooks/steps.ts may not import generators/derive/values.ts':
    'A step that looks at a value needs its expression; the resolved runbook could carry it.',
  'generators/interlock/promql/invalid.ts may not import generators/derive/conditions.ts':
    'Of PromQL that does not parse nothing is derived, so the rule reads it as the author wrote it.',
  'generators/interlock/survey/uses.ts may not import generators/derive/values.ts':
    'The values of steps are not among the observables; with them in the runbook this import would go as well.',
};

export const knownCycles: Readonly<Record<string, string>> = {};

export const knownImpurities: Readonly<Record<string, string>> = {};

export const knownLongFiles: Readonly<Record<string, string>> = {};

export const knownNames: Readonly<Record<string, string>> = {
  'generators/promql/checks/types.ts says nothing by its name': 'It checks the types that PromQL has.',
};

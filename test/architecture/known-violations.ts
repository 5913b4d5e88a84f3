/**
 * What breaks a rule today, word for word as the rule says it, and why. A violation that is mended must leave this list:
 * the list may only shrink.
 */
export const knownArrows: Readonly<Record<string, string>> = {
  'generators/emit/runbooks/slo-figures.ts may not import generators/model/slo-detection.ts':
    'The times of detection belong to the plan of an SLO, which the page then only prints.',
  'generators/emit/runbooks/slo-words.ts may not import generators/derive/conditions.ts':
    'The words for a condition are made with its rule; the alert could carry them.',
  'generators/emit/runbooks/steps.ts may not import generators/derive/values.ts':
    'A step that looks at a value needs its expression; the resolved runbook could carry it.',
};

export const knownCycles: Readonly<Record<string, string>> = {
  'definitions/short-video/services/feed.ts → definitions/short-video/services/ranking.ts':
    'Two services that depend on each other: what thunks are for.',
  'generators/language/conditions.ts → generators/language/raw.ts':
    'Types only. A file of its own for the raw condition would end it.',
};

export const knownImpurities: Readonly<Record<string, string>> = {
  'generators/language/fields.ts uses new Date':
    'It asks whether a written day is in the calendar, in UTC; it does not ask what day it is.',
};

export const knownLongFiles: Readonly<Record<string, string>> = {};

export const knownNames: Readonly<Record<string, string>> = {
  'generators/promql/checks/types.ts says nothing by its name': 'It checks the types that PromQL has.',
};

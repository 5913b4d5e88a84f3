import type { Explanation } from './explanation.ts';
import { plans } from './plan-explanations.ts';
import { runs } from './run-explanations.ts';

export type { Explanation } from './explanation.ts';

/** The codes of loading, shapes and references; each interlock rule carries its own explanation in its file. */
const core = {
  'load/module': {
    since: '0.1.0',
    title: 'The definitions file can be loaded.',
    cause: 'Node could not import the file: it is missing, does not parse, or fails while it runs.',
    cure: 'Read the message and the place it names. A name that is used before it is initialised is usually an array where a function belongs: write `dependsOn: () => [other]`.',
  },
  'load/no-stacks': {
    since: '0.1.0',
    title: 'The definitions file exports its stacks.',
    cause: 'The default export of the file is not a stack or a list of stacks, so there is nothing to compile.',
    cure: 'End the file with `export default [production];` where `production` is made by `stack({…})`.',
  },
  'load/existing-file': {
    since: '0.1.0',
    title: 'A file that a definition names exists and can be read.',
    cause: 'The stack says that it lives beside an existing configuration, and that file is not there.',
    cure: 'Write the path relative to the definitions file.',
  },
  'shape/unknown-field': {
    since: '0.1.0',
    title: 'A definition has only fields that exist.',
    cause: 'A misspelt field would be ignored in silence, and the alert or limit that it meant would not exist.',
    cure: 'Use the field that the message suggests, or remove it.',
  },
  'shape/missing-field': {
    since: '0.1.0',
    title: 'A definition has every field that it needs.',
    cause: 'Without it the compiler would have to guess: whom to wake, what to do, what no traffic means.',
    cure: 'Add the field.',
  },
  'shape/wrong-value': {
    since: '0.1.0',
    title: 'A field holds the kind of value that it takes.',
    cause: 'The types were bypassed, or a text is not the quantity it should be.',
    cure: 'Write the value as the message shows. `make check` type-checks the definitions and finds most of these while you type.',
  },
  'shape/name': {
    since: '0.1.0',
    title: 'Ids and keys are short names of letters, digits and dashes.',
    cause: 'They become file names, label values, addresses and parts of alert names.',
    cure: 'Use at most 40 characters, a letter first: `fyp-service`, `latencyHigh`. Put anything else into `title`.',
  },
  'shape/label-name': {
    since: '0.1.0',
    title: "A stack's labels for severity, team and environment have names of their own.",
    cause:
      'A rule that writes one label twice loses one of the two: the alert then has no team, or the SLO no window, and its route or its budget is wrong.',
    cure: 'Choose three names that differ from each other, from the labels of Prometheus (`alertname`, `job`, `instance`, `le`, `quantile`), and from those that the compiler writes: `service`, `slo`, `window`, `signal`, `reason`, `metric`, `burn`.',
  },
  'metric/name': {
    since: '0.1.0',
    title: 'A metric and its labels have names that Prometheus accepts.',
    cause:
      'A name outside [a-zA-Z_:][a-zA-Z0-9_:]* needs Prometheus 3 and quoting everywhere; a label that starts with __ is internal.',
    cure: 'Use the name that the exposition shows.',
  },
  'metric/unit': {
    since: '0.1.0',
    title: 'Every metric has a unit.',
    cause: 'A threshold without a unit is off by a thousand sooner or later, and a panel without one cannot be read.',
    cure: 'End the name in a base unit (`_seconds`, `_bytes`, `_ratio`, …) or say `unit`.',
  },
  'metric/buckets': {
    since: '0.1.0',
    title: 'Buckets ascend.',
    cause: 'A bucket list that is not sorted is not what the code exposes.',
    cure: 'List the upper bounds from small to large, without +Inf.',
  },
  'metric/label-value': {
    since: '0.1.0',
    title: 'A matcher can match a value that its label has.',
    cause: 'A selector that matches nothing makes an alert that never fires.',
    cure: 'Use a value of the label, or add it to `labelValues(…)` where the service exposes it.',
  },
  'metric/label': {
    since: '0.1.0',
    title: 'A selector or a grouping uses only labels that the metric declares.',
    cause: 'Matching a label that is not there selects nothing; grouping by it loses the series.',
    cure: 'Declare the label at the metric, or remove it here.',
  },
  'metric/regexp': {
    since: '0.1.0',
    title: 'Regular expressions are RE2, without flags.',
    cause:
      'Prometheus uses RE2 and anchors the expression: look-arounds and back references are errors there, flags are lost.',
    cure: 'Write it without look-arounds, back references and flags; to ignore case, write both letters: `[Uu]s-.*`.',
  },
  'metric/conflict': {
    since: '0.1.0',
    title: 'A metric is declared once.',
    cause: 'Two declarations of one name with other labels or buckets cannot both be true.',
    cure: 'Export one handle and import it.',
  },
  'slo/objective': {
    since: '0.1.0',
    title: 'An objective lies between 0% and 100%.',
    cause: '100% leaves no error budget, so that every single error would page; 0% promises nothing.',
    cure: 'Promise less than 100%: 99.99% of 30 days leaves four minutes.',
  },
  'slo/not-a-bucket': {
    since: '0.1.0',
    title: 'The threshold of a latency SLO is a bucket of its histogram.',
    cause:
      'A classic histogram counts the events up to each bucket and knows nothing in between: the ratio would be a guess.',
    cure: 'Promise one of the buckets, add a bucket where the service exposes the histogram, or use a native histogram.',
  },
  'condition/unit': {
    since: '0.1.0',
    title: 'A threshold has the unit of its value.',
    cause: '60 of what? A number without a unit compares milliseconds with seconds.',
    cure: 'Write the threshold as the message shows.',
  },
  'condition/limits': {
    since: '0.1.0',
    title: 'A band has its low end below its high end.',
    cause: 'Otherwise the condition is always true.',
    cure: 'Exchange the two.',
  },
  'condition/unproved': {
    since: '0.1.0',
    title: 'Raw PromQL comes with its proof.',
    cause: 'Nobody but promtool can say that hand-written PromQL fires when it should.',
    cure: 'Wrap it: `proved(condition, { given, quietAt, firesAt, clearsAt })`.',
  },
  'condition/part-of-whole': {
    since: '0.1.0',
    title: 'A share keeps apart only labels that its parts and its whole both have.',
    cause: 'A division matches series by their labels; a label on one side only matches nothing.',
    cure: 'Group by labels that both metrics declare.',
  },
  'reference/kind': {
    since: '0.1.0',
    title: 'A reference is the definition itself, of the right kind.',
    cause: 'Definitions refer to each other by value; a string or another kind of definition is not one.',
    cure: 'Import the definition and pass it.',
  },
  'reference/duplicate-id': {
    since: '0.1.0',
    title: 'Two definitions of one kind in a stack have different ids.',
    cause: 'Ids become files, labels and addresses: the second would overwrite the first.',
    cure: 'Rename one of them.',
  },
  'reference/duplicate-label': {
    since: '0.1.0',
    title: 'Two severities, or two teams, of a stack have different label values.',
    cause: 'Routes know a severity and a team by the value of its label: the second would be told like the first.',
    cure: 'Give one of them another `label`. Without one, the value is the id.',
  },
  'reference/unknown-service': {
    since: '0.1.0',
    title: 'A dependency is a service of the stack or `external`.',
    cause: 'The page of a service links to what it depends on; a service outside the stack has no page here.',
    cure: "Add it to the stack's `services`, or write `external({ id, title })`.",
  },
  'reference/unknown-slo': {
    since: '0.1.0',
    title: 'The promise of a tile is an SLO of the stack.',
    cause: 'The state of an SLO is recorded where its unit is compiled; of another one the tile would know nothing.',
    cure: 'Make the SLO a constant, pass that to its unit and to the tile, and list the unit in the stack.',
  },
  'reference/self': {
    since: '0.1.0',
    title: 'A service does not depend on itself.',
    cause: 'Its page would send whoever looks for the cause back to where they are.',
    cure: 'Remove the service from its own `dependsOn`, or name the one that was meant.',
  },
  'reference/severity': {
    since: '0.1.0',
    title: 'A severity belongs to the stack.',
    cause: 'Routes are made from the severities of the stack; an alert with another one reaches nobody.',
    cure: "Add it to the stack's `severities`, or use one of those.",
  },
  'reference/evaluator': {
    since: '0.1.0',
    title: "A service's evaluator belongs to the stack.",
    cause: 'Rules are written for the evaluators of the stack.',
    cure: "Add it to the stack's `evaluators`.",
  },
} satisfies Readonly<Record<string, Explanation>>;

export type CoreCode = keyof typeof core | keyof typeof plans | keyof typeof runs;

/** Whether this is a code that is explained here. */
export function isCoreCode(code: unknown): code is CoreCode {
  return typeof code === 'string' && Object.hasOwn(coreExplanations, code);
}

/**
 * Whether a stack may give a code another level, waive it or know it from a baseline. Broken shapes and references are
 * beyond that: such definitions are left out of what is compiled, so that passing over them would generate too little.
 */
export function isAdjustable(code: string): boolean {
  return !Object.hasOwn(core, code) && !Object.hasOwn(runs, code);
}

/** Every code but those of the interlock, whose rules explain themselves. */
export const coreExplanations: Readonly<Record<string, Explanation>> = { ...core, ...plans, ...runs };

import { inside } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggestion.ts';
import { excerpt } from '../exposition/excerpt.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import { canMeet } from '../interlock/survey/matching.ts';
import type { Matcher } from '../promql/index.ts';
import type { Gap } from './gaps.ts';
import { type Problem, realityProblem } from './problem.ts';
import { seriesOfMetric, type View } from './view.ts';
import { matcherText, valuesText } from './wording.ts';

/** Values that are exposed though the label's list is complete without them. */
export function closedValues(declared: Declared, view: View): readonly Problem[] {
  const { metric } = declared;
  if (view.isCut(metric)) return [];
  const series = seriesOfMetric(metric, view);
  return Object.entries(metric.labels).flatMap(([label, { values, open }]) => {
    const seen = [...new Set(series.map(({ labels }) => labels[label] ?? ''))];
    const strange = seen.filter((value) => value !== '' && !values.includes(value));
    if (open || strange.length === 0) return [];
    return [
      strangeValues(
        declared,
        label,
        strange,
        values.filter((value) => !seen.includes(value)),
      ),
    ];
  });
}

/** `unseen` are values that are declared and not there: they may only be spelt in another way. */
function strangeValues(
  { metric, address }: Declared,
  label: string,
  strange: readonly string[],
  unseen: readonly string[],
): Problem {
  const respelt = unseen.filter((value) => similar(value, strange) !== undefined);
  const instead = respelt.map((value) => `\`${value}\` is spelt ${excerpt(similar(value, strange) ?? '')}`).join(', ');
  const message = `${metric.name} is exposed with ${label} ${valuesText([...strange])}, which is not in its list of values`;
  return realityProblem(
    'exposition/label-value',
    inside(address, `labels.${label}`),
    [
      `${message}${instead === '' ? '' : `; perhaps ${instead}`}`,
      'List the values that are exposed in `labelValues(…)`, and choose by them.',
    ],
    {
      // The list of a catalogue is not the author's; but what is chosen by it finds nothing all the same.
      level: metric.exporter === undefined || respelt.length > 0 ? 'error' : 'warning',
      explains: (gap) =>
        gap.kind === 'value' &&
        gap.metric.name === metric.name &&
        gap.matchers.some((one) => one.label === label && respelt.some((value) => canMeet(one, value))),
    },
  );
}

/** As many letters of each, whatever their case and what stands between them. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function similar(value: string, candidates: readonly string[]): string | undefined {
  return candidates.find((one) => letters(one) === letters(value)) ?? nearest(value, candidates);
}

/** A choice that nothing meets: misspelt where something differs only in its letters' case, else perhaps not yet there. */
export function unmetValue(
  { metric, address }: Declared,
  { matchers, seen }: Extract<Gap, { kind: 'value' }>,
): Problem {
  const [first] = matchers;
  const text = matchers.map(matcherText).join(' and ');
  const explains: Problem['explains'] = (gap) =>
    gap.kind === 'value' && gap.metric.name === metric.name && gap.matchers.map(matcherText).join(' and ') === text;
  const at = inside(address, Object.hasOwn(metric.labels, first.label) ? `labels.${first.label}` : 'labels');
  const meant = matchers.length === 1 ? respelling(first, seen) : undefined;
  const nobody = `no series of ${metric.name} has ${text}`;
  if (meant !== undefined) {
    const message = `${nobody}, but there is ${excerpt(meant)}`;
    return realityProblem('exposition/label-value', at, [message, 'Write the value as it is exposed.'], { explains });
  }
  const message = `${nobody}${seen.length === 0 ? '' : `; there is ${valuesText([...seen])}`}`;
  if (first.label === 'job') {
    const cure = 'Name the job under which the metric is scraped.';
    return realityProblem('exposition/label-value', at, [message, cure], { explains });
  }
  const cure = 'Nothing, where it only has not happened yet; otherwise choose a value that is exposed.';
  const given = { level: 'warning', lasts: false, explains } as const;
  return realityProblem('exposition/label-value', at, [message, cure], given);
}

/** The value that was meant by a choice in other letters. Of open labels more cannot be said: 500 is no misspelt 503. */
function respelling(matcher: Matcher, seen: readonly string[]): string | undefined {
  const { op, value } = matcher;
  if (op === '=') return seen.find((one) => one !== '' && letters(one) === letters(value));
  if (op !== '=~') return undefined;
  const anyCase = { ...matcher, value: `(?i:${value})` };
  return seen.find((one) => one !== '' && canMeet(anyCase, one));
}

import fc from 'fast-check';
import type { Stack } from 'signalbox';
import { exampleStack } from '../cases/example.ts';
import { hostileTexts } from '../runbooks/hostile-texts.ts';
import { idInputs, keyInputs, long, plain } from './hostile-shapes.ts';
import { stackSaying } from './hostile-stack.ts';
import type { Texts } from './hostile-units.ts';

/** Something that nobody should write, and whether the compiler refuses it with a cure or means only the text itself. */
export interface Input {
  readonly name: string;
  readonly stack: Stack;
  readonly texts?: Texts;
}

/** Texts that YAML, Go templates, Grafana or a terminal take for something else. */
const meaningful: readonly string[] = [
  ...[
    'no',
    '~',
    '1e3',
    '2027-01-01',
    '12:30:45',
    '<<',
    '---',
    '...',
    'a: b',
    'a #b',
    '- a',
    '? a',
    '*a',
    '&a',
    '!!str a',
  ],
  ...['@a', '{a: 1}', '[a]', '>-', "it's", '{{', '{{ define "x" }}', '{{- end -}}', '{{ "{{" }}', '{{ .Labels.x }}'],
  ...['$x', '[[x]]', '$1', '%s', 'a\\', '\\u0041', 'שלום', '👩🏽‍🚒', '\u202egnp.exe', '\u200b', '\ufeffa'],
];

/** In titles there is one line only, and neither halves of characters nor controls. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffd]+/gu, ' ')
    .slice(0, 110)
    .replace(/\p{Cs}/gu, '');

const readable = (text: string): string => text.replace(/[\p{Cs}\ufffd]/gu, ' ');

const saying = (text: string): Texts => ({
  line: oneLine(text),
  lines: readable(text).replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, ' '),
  label: readable(readable(text).slice(0, 150)),
});

function asText(name: string, texts: Texts): Input {
  return { name, stack: stackSaying(texts), texts };
}

const fragment = fc.oneof(
  fc.constantFrom(...meaningful, ...hostileTexts.filter((text) => text.length < 100)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const composed = fc.array(fragment, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

/** The same on every run, so that a failure can be repeated. */
const SEED = 42;

/** Texts as they are, which may be refused, and cut to what fields take, which must come out as they are. */
export const textInputs: readonly Input[] = [
  ...[...meaningful, ...hostileTexts].flatMap((text, i) => {
    const whole = { line: text, lines: text, label: text };
    const cut = saying(text);
    const isWhole = cut.line === text && cut.label === text;
    return [asText(`text ${i}`, whole), ...(isWhole ? [] : [asText(`text ${i}, cut`, cut)])];
  }),
  ...fc.sample(composed, { seed: SEED, numRuns: 20 }).map((text, i) => asText(`composed ${i}`, saying(text))),
];

/** Ids, keys and lengths: what becomes names of files, labels and addresses. */
export const shapeInputs: readonly Input[] = [
  { name: 'no services', stack: exampleStack({ services: [] }) },
  ...keyInputs,
  ...idInputs,
  asText('a broken encoding in a label value', { ...plain, label: '\ufffd' }),
  asText('a broken encoding in a title', { ...plain, line: 'a\ufffd' }),
  asText('a long title', { ...plain, line: long }),
  asText('long prose', { ...plain, lines: long }),
  asText('a long label value', { ...plain, label: long }),
  asText('the longest title', { ...plain, line: 'ж'.repeat(120) }),
  asText('the longest prose', { ...plain, lines: `${'word '.repeat(399)}ends` }),
];

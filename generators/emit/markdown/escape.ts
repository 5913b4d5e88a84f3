import { alertAnchor } from '../../model/names.ts';

/**
 * Text that users wrote, made safe for the place where it lands: CommonMark (https://spec.commonmark.org/0.31.2/) with the
 * tables, strike-through and links of GitHub (https://github.github.com/gfm/). It must mean the text itself in any renderer,
 * also one that passes HTML through.
 */

/** Controls, and what turns the reading direction round: neither is seen, both can hide or disguise what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Well-formed Unicode without invisible characters; every kind of line end is `\n`. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '');
}

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** What begins something at the start of a line: a heading, quote, list, number, table, rule or underline. */
const lineStart = /^(?:[#>+=|:-]|\d+(?=[.)](?: |$)))/;

function escapeStart(text: string): string {
  return text.replace(lineStart, (found) => {
    if (found === '>') return '&gt;';
    return /\d/.test(found) ? `${found}\\` : `\\${found}`;
  });
}

/** Words and figures that no renderer reads as anything else: most of what a page says, let through without the work. */
const harmless = /^[A-Za-z0-9%]+(?:[ ,.][A-Za-z0-9%]+)*$/;

/** One line of text in a paragraph, heading, list item, link or quote. */
export function text(raw: string): string {
  if (harmless.test(raw)) return raw;
  const escaped = oneLine(raw)
    .replace(/[\\`*[\]~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[#a-zA-Z])/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/#+$/, '\\$&');
  // A pipe is escaped by now; what the start of a line means is decided after that.
  return escapeStart(escaped);
}

/** Text of several paragraphs, kept apart where the author left an empty line. */
export function paragraphs(raw: string): string {
  return clean(raw)
    .split(/\n[^\S\n]*\n/)
    .map(text)
    .filter((one) => one !== '')
    .join('\n\n');
}

function longestRun(raw: string): number {
  return Math.max(0, ...Array.from(raw.matchAll(/`+/g), ([run]) => run.length));
}

/** Text as code inside a line; nothing for nothing, because there is no empty code span. */
export function code(raw: string): string {
  const inner = oneLine(raw);
  if (inner === '') return '';
  const fence = '`'.repeat(longestRun(inner) + 1);
  const padding = /^`|`$/.test(inner) ? ' ' : '';
  return `${fence}${padding}${inner}${padding}${fence}`;
}

/** Code in a cell: GitHub splits a row at its pipes before it looks for code, and takes the backslash away again. */
export function codeCell(raw: string): string {
  return code(raw).replaceAll('|', '\\|');
}

/** A block of code, indented to stand in a list item. The fence is longer than any inside. */
export function fence(raw: string, language: string, indent = 0): string {
  const body = clean(raw).replace(/^\n+|\s+$/g, '');
  const marks = '`'.repeat(Math.max(3, longestRun(body) + 1));
  const margin = ' '.repeat(indent);
  return [`${marks}${language}`, ...body.split('\n'), marks]
    .map((line) => (line === '' ? '' : `${margin}${line}`))
    .join('\n');
}

/** The addresses that a page may lead to: nothing that runs, nothing that reads the reader's disk. */
const followed = /^(?:https?:\/\/[^/?#\s]|mailto:[^\s]|#|\.{1,2}\/|[\w-]+(?:\/|\.md\b))/i;

/** An address that ends where it should; undefined where it is none that a page may lead to. */
export function address(raw: string): string | undefined {
  const url = clean(raw).trim();
  if (!followed.test(url)) return undefined;
  return url
    .replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A link, or only its text where the address is none that a page may lead to. */
export function link(title: string, url: string): string {
  const target = address(url);
  return target === undefined ? text(title) : `[${text(title)}](${target})`;
}

/** The number of a list item. */
export function ordinal(index: number): string {
  return `${Math.trunc(index)}.`;
}

/**
 * The place of an alert on its page, as `names.ts` and so the alert's own link spells it. Anything but letters, digits, `_`
 * and `-` would need escaping in HTML and is a dash.
 */
export function anchor(alert: string): string {
  return alertAnchor(alert);
}

import type { Matcher } from '../../model/stack.ts';
import { regexpProblem } from '../../promql/regexp.ts';

/** One matcher: a name, perhaps quoted (Alertmanager 0.27), an operator, a value, perhaps quoted. */
const shape = /^\s*"?([^\s"=!~{},]+)"?\s*(=~|=|!=|!~)\s*([\s\S]*?)\s*$/;

const operators: Readonly<Record<string, Matcher['op']>> = { '=': '=', '!=': '!=', '=~': '=~', '!~': '!~' };

/** Splits at commas outside quotes; `{…}` around all is allowed. */
function parts(text: string): readonly string[] {
  const inner = text.trim().replace(/^\{([\s\S]*)\}$/, '$1');
  const found = inner.match(/(?:"(?:\\[\s\S]|[^"\\])*"|[^",])+/g) ?? [];
  return found.filter((part) => part.trim() !== '');
}

/** As Alertmanager's classic parser reads it: `\n`, `\"` and `\\` are escapes, any other backslash is itself. */
function unescaped(value: string): string {
  const quoted = /^"([\s\S]*)"$/.exec(value);
  return (quoted?.[1] ?? value).replace(/\\([n"\\])/g, (_, one: string) => (one === 'n' ? '\n' : one));
}

/** A matcher whose expression, if it has one, is RE2; else what is wrong. */
export function checked(matcher: Matcher): Matcher | string {
  if (matcher.op === '=' || matcher.op === '!=') return matcher;
  const problem = regexpProblem(matcher.value);
  return problem === undefined ? matcher : `${matcher.label}${matcher.op}"${matcher.value}": ${problem}`;
}

function one(text: string): Matcher | string {
  const [, name, operator = '', value = ''] = shape.exec(text) ?? [];
  const op = operators[operator];
  if (name === undefined || op === undefined) return `${text.trim()} is not a matcher`;
  return checked({ label: name, op, value: unescaped(value) });
}

/** The matchers of one text of a `matchers` list; a text in place of one that cannot be read. */
export function readMatchers(text: string): readonly (Matcher | string)[] {
  return parts(text).map(one);
}

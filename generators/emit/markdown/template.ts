import Handlebars from 'handlebars';
import { anchor, code, codeCell, fence, link, ordinal, paragraphs, text } from './escape.ts';

/** How a value gets into a page: each helper escapes for one kind of place. A template has no other way. */
const borders = { text, paragraphs, code, codeCell, fence, link, ordinal, anchor };

const handlebars = Handlebars.create();

/** Handlebars is strict about names that it prints itself, and lets undefined through to helpers; these are strict as well. */
function present(helper: string, args: readonly unknown[]): void {
  if (args.includes(undefined)) throw new Error(`{{${helper}}} of something that the view does not hold`);
}

/** Handlebars hands its own options to a helper as the last argument; a border has no use for them. */
const bordered = Object.entries(borders).map(([name, border]) => {
  const helper = (...args: readonly unknown[]): unknown => {
    present(name, args);
    return Reflect.apply(border, undefined, args.slice(0, -1));
  };
  return [name, helper] as const;
});

const blocks = ['if', 'unless', 'each'].map((name) => {
  const block = handlebars.helpers[name];
  function helper(this: unknown, ...args: readonly unknown[]): unknown {
    present(`#${name}`, args);
    return block === undefined ? '' : Reflect.apply(block, this, args);
  }
  return [name, helper] as const;
});

const helpers = Object.fromEntries([...bordered, ...blocks]);
const knownHelpers = { ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) };

type Statement = hbs.AST.Statement;

const isBlock = (one: Statement): one is hbs.AST.BlockStatement => one.type === 'BlockStatement';
const isMustache = (one: Statement): one is hbs.AST.MustacheStatement => one.type === 'MustacheStatement';
const isText = (one: Statement): boolean => one.type === 'ContentStatement' || one.type === 'CommentStatement';

function nameOf(statement: hbs.AST.MustacheStatement): string {
  return 'original' in statement.path ? String(statement.path.original) : '';
}

/** The statements that print a value as it is, or that are not of the few kinds a page needs. */
function unescaped(program: hbs.AST.Program | undefined): readonly string[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (isBlock(statement)) return [...unescaped(statement.program), ...unescaped(statement.inverse)];
    if (isMustache(statement)) return Object.hasOwn(borders, nameOf(statement)) ? [] : [nameOf(statement)];
    return isText(statement) ? [] : [statement.type];
  });
}

/**
 * A page as a function of what it shows. Every name in the template must be an own property of the view, prototypes are out
 * of reach, and every value goes through a helper that escapes it. Throws for a template that breaks this: our own mistake.
 */
export function template<View extends object>(source: string): (view: View) => string {
  const raw = unescaped(handlebars.parse(source));
  if (raw.length > 0) throw new Error(`Printed without escaping: ${raw.join(', ')}`);
  const render = handlebars.compile<View>(source, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers,
  });
  const runtime = { helpers, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
  return (view) => render(view, runtime);
}

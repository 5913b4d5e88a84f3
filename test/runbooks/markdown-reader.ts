/** What a reader of a page sees, by a Markdown parser that lets HTML through, as the least careful renderer would. */
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true, linkify: false });

type Token = ReturnType<typeof parser.parse>[number];

const flat = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((one) => [one, ...flat(one.children ?? [])]);

/** Every token of a page, those inside lines among the others. */
export const tokensOf = (markdown: string): readonly Token[] => flat(parser.parse(markdown, {}));

/** The shape of a page: its tokens without what they say. Lines of text may have been cut anywhere. */
export function shapeOf(markdown: string): readonly string[] {
  return tokensOf(markdown)
    .map(({ type, tag }) => `${type} ${tag}`)
    .filter((type, index, all) => !type.startsWith('text') || all[index - 1] !== type);
}

/** All HTML that would reach the browser as it is. */
export const htmlOf = (markdown: string): readonly string[] =>
  tokensOf(markdown).flatMap(({ type, content }) => (type.startsWith('html') ? [content] : []));

/** Where links and images lead. */
export const targetsOf = (markdown: string): readonly string[] =>
  tokensOf(markdown).flatMap((one) =>
    [one.attrGet('href'), one.attrGet('src')].flatMap((to) => (to === null ? [] : [String(to)])),
  );

/** The plain text of what a reader sees; the parser's own mark-up removed. */
export const textOf = (markdown: string): string =>
  tokensOf(markdown)
    .flatMap(({ type, content }) => (type === 'text' || type === 'code_inline' ? [content] : []))
    .join('');

/** How many cells each row of each table has. */
export function tableWidths(markdown: string): readonly ReadonlySet<number>[] {
  const tables: Set<number>[] = [];
  let cells = 0;
  for (const { type } of tokensOf(markdown)) {
    if (type === 'table_open') tables.push(new Set());
    if (type === 'th_open' || type === 'td_open') cells += 1;
    if (type !== 'tr_close') continue;
    tables.at(-1)?.add(cells);
    cells = 0;
  }
  return tables;
}

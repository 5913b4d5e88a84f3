/** Has no width and forbids a line break; `stableJson` writes it as `\u2060`, so a reviewer sees it. */
const wordJoiner = '\u2060';

/**
 * Text that Grafana shows as it is. Grafana replaces `$name`, `${name}` and `[[name]]` in titles, descriptions and legends
 * (https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/) and knows no escape, so a word joiner after
 * the sign keeps it from reading a name. A sign before a digit or a space names no variable and stays.
 */
export function literalText(text: string): string {
  return text.replace(/\$(?=[A-Za-z_{])|\[(?=\[\w)/g, (sign) => sign + wordJoiner);
}

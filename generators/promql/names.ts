/** Names as every Prometheus reads them without quotes; 3.0 also takes any UTF-8 in quotes. */
const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Words that PromQL's grammar gives a meaning, in any case. A metric of such a name is legal, but selected without doubt
 * only as `{__name__="sum"}`.
 */
const keywords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'unless', 'atan2', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'offset'],
  ...['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar', 'topk', 'bottomk', 'quantile', 'count_values'],
  ...['limitk', 'limit_ratio', 'inf', 'nan', 'start', 'end'],
  ...['smoothed', 'anchored', 'fill', 'fill_left', 'fill_right'],
]);

/** Whether a metric can have this name under every version of Prometheus. */
export const isMetricName = (name: string): boolean => metricName.test(name);

/** Whether a label can have this name under every version of Prometheus. */
export const isLabelName = (name: string): boolean => labelName.test(name);

/** Whether a metric name cannot stand alone in an expression because the grammar knows it as a word. */
export const isKeyword = (name: string): boolean => keywords.has(name.toLowerCase());

/** Whether a label among others, as in `by (…)`, is taken for a number; in quotes (Prometheus 3.0) it is not. */
export const readsAsNumber = (label: string): boolean => /^(?:inf|nan)$/i.test(label);

/** The name itself. Throws where it is not one: names are checked before expressions are built from them. */
export function metricNameOf(name: string): string {
  if (!isMetricName(name)) throw new TypeError(`Not a metric name: ${JSON.stringify(name)}`);
  return name;
}

/** The name itself. Throws where it is not one. */
export function labelNameOf(name: string): string {
  if (!isLabelName(name)) throw new TypeError(`Not a label name: ${JSON.stringify(name)}`);
  return name;
}

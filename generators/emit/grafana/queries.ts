import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { type DataPanel, type ForeignQuery, isPromql, type Query } from '../../model/dashboard.ts';
import { print } from '../../promql/index.ts';
import { literalText } from './literal-text.ts';

/** `A` to `Z`, then `AA`, `AB` …: the names that Grafana's own editor gives. */
export function refId(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : refId(Math.floor(position / 26) - 1) + letter;
}

/** A panel's queries as targets, lettered in their order. */
export function targets(panel: DataPanel): Builder<Dataquery>[] {
  return [...panel.queries].map((query, position) =>
    isPromql(query) ? target(panel, query).refId(refId(position)) : foreignTarget(query, refId(position)),
  );
}

/** The query in the form of its data source, which the SDK does not know. */
function foreignTarget({ datasource, fields }: ForeignQuery, refId: string): Builder<Dataquery> {
  return { build: () => ({ ...fields, datasource, refId, _implementsDataqueryVariant: () => {} }) };
}

function target(panel: DataPanel, query: Query): DataqueryBuilder {
  const builder = new DataqueryBuilder().expr(print(query.expr));
  if (panel.kind === 'table') builder.format(PromQueryFormat.Table);
  else builder.legendFormat(query.legend === '' ? '__auto' : literalText(query.legend));
  // A target that says neither instant nor range is a range query.
  if (queryMode(panel, query) === 'instant') builder.instant();
  if (query.exemplars === true) builder.exemplar(true);
  if (query.step !== undefined) builder.interval(query.step);
  return builder;
}

function queryMode(panel: DataPanel, query: Query): 'instant' | 'range' {
  if (query.mode !== undefined) return query.mode;
  switch (panel.kind) {
    case 'stat':
      return panel.sparkline === true ? 'range' : 'instant';
    case 'table':
      return panel.joinBy === undefined ? 'range' : 'instant';
    case 'bargauge':
      return 'instant';
    case 'timeseries':
    case 'state-timeline':
      return 'range';
  }
}

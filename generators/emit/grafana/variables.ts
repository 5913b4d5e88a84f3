import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  AnnotationQueryBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Annotation, Variable } from '../../model/dashboard.ts';
import { print } from '../../promql/index.ts';
import { prometheusVariable } from './data-source-reference.ts';

/** A variable in the head of the dashboard. */
export function variable(v: Variable): Builder<VariableModel> {
  return v.kind === 'datasource' ? new DatasourceVariableBuilder(v.name).label(v.label).type(v.type) : queryVariable(v);
}

function queryVariable(v: Extract<Variable, { kind: 'query' }>): QueryVariableBuilder {
  const builder = new QueryVariableBuilder(v.name)
    .label(v.label)
    .datasource(prometheusVariable())
    .query(`label_values(${print(v.series)}, ${v.of})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
  if (!v.multi) return builder;
  return builder
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ text: ['All'], value: ['$__all'] });
}

/** Marks on the graphs where a query has samples. */
export function annotation(a: Annotation): AnnotationQueryBuilder {
  const builder = new AnnotationQueryBuilder()
    .name(a.name)
    .datasource(prometheusVariable())
    .enable(true)
    .iconColor(a.colour)
    .expr(print(a.expr))
    .titleFormat(a.title)
    .textFormat(a.text);
  return a.valueIsTime === true ? builder.useValueForTime(true) : builder;
}

import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/dashboard';

/** Every dashboard asks the data source that its reader chose, by this variable unless a panel names another. */
export function prometheusVariable(name = 'datasource'): DataSourceRef {
  return { type: 'prometheus', uid: `\${${name}}` };
}

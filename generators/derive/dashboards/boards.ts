import type { Variable } from '../../model/dashboard.ts';
import type { Stack } from '../../model/stack.ts';

/** The uids of the boards that every stack has. */
export function boardUids(stack: Stack): { readonly home: string; readonly slos: string } {
  const prefix = stack.id.slice(0, 35);
  return { home: `${prefix}-home`, slos: `${prefix}-slos` };
}

export const dataSourceVariable: Variable = {
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
};

import type { Variable } from '../../model/dashboard.ts';
import { executiveUid } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

/** The uids of the boards that are no unit's. A stack has the executive's where it says so. */
export function boardUids(stack: Stack): { readonly home: string; readonly slos: string; readonly executive: string } {
  const prefix = stack.id.slice(0, 35);
  return { home: `${prefix}-home`, slos: `${prefix}-slos`, executive: executiveUid(stack) };
}

export const dataSourceVariable: Variable = {
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
};

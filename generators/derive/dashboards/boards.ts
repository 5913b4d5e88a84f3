import type { Variable } from '../../model/dashboard.ts';
import { executiveUid } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

/** The uids of the boards that are no unit's. A stack has the executive's and the one on the monitoring itself where it says so. */
export function boardUids(stack: Stack): Readonly<Record<'home' | 'slos' | 'executive' | 'monitoring', string>> {
  const prefix = stack.id.slice(0, 35);
  return {
    home: `${prefix}-home`,
    slos: `${prefix}-slos`,
    executive: executiveUid(stack),
    monitoring: `${stack.id.slice(0, 29)}-monitoring`,
  };
}

export const dataSourceVariable: Variable = {
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
};

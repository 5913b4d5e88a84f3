import type { Variable } from '../../model/dashboard.ts';
import type { Stack } from '../../model/stack.ts';

/** The uids of the boards that every stack has, and of the one on the monitoring itself. */
export function boardUids(stack: Stack): {
  readonly home: string;
  readonly slos: string;
  readonly monitoring: string;
} {
  const prefix = stack.id.slice(0, 35);
  return { home: `${prefix}-home`, slos: `${prefix}-slos`, monitoring: `${stack.id.slice(0, 29)}-monitoring` };
}

export const dataSourceVariable: Variable = {
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
};

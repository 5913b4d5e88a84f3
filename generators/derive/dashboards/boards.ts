import type { DashboardLink, Variable } from '../../model/dashboard.ts';
import { executiveUid } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

type Shared = 'home' | 'slos' | 'infrastructure' | 'executive' | 'monitoring';

/** The uids of the boards that are no unit's. Those beside home and SLOs are there where the stack has what they show. */
export function boardUids(stack: Stack): Readonly<Record<Shared, string>> {
  const prefix = stack.id.slice(0, 35);
  return {
    home: `${prefix}-home`,
    slos: `${prefix}-slos`,
    infrastructure: `${stack.id.slice(0, 25)}-infrastructure`,
    executive: executiveUid(stack),
    monitoring: `${stack.id.slice(0, 29)}-monitoring`,
  };
}

/** The way to the board of all resources, where there is one. */
export function infrastructureLink(stack: Stack): readonly DashboardLink[] {
  if (!stack.services.some(({ kind }) => kind === 'infrastructure')) return [];
  return [{ title: 'Infrastructure', url: `/d/${boardUids(stack).infrastructure}`, keepTime: true }];
}

export const dataSourceVariable: Variable = {
  kind: 'datasource',
  name: 'datasource',
  label: 'Data source',
  type: 'prometheus',
};

import type { DashboardLink, Variable } from '../../model/dashboard.ts';
import { executiveUid } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

type Board = 'home' | 'slos' | 'infrastructure' | 'executive' | 'monitoring';

/** Grafana keeps 40 characters of a uid. */
const uidOf = ({ id }: Stack, ending: string): string => `${id.slice(0, 40 - ending.length)}${ending}`;

/** The uids of the boards that are no unit's: home and SLOs always, the others where there is something to show. */
export function boardUids(stack: Stack): Readonly<Record<Board, string>> {
  return {
    home: uidOf(stack, '-home'),
    slos: uidOf(stack, '-slos'),
    infrastructure: uidOf(stack, '-infrastructure'),
    executive: executiveUid(stack),
    monitoring: uidOf(stack, '-monitoring'),
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

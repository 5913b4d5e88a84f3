import type { Stack } from 'signalbox';
import { fields, items, text } from '../grafana/json-walk.ts';
import { found, treeOf } from '../short-video/tree.ts';

/** A dashboard of a stack as Grafana reads it; nothing about the stack may be wrong. */
export function boardOf(stack: Stack, uid: string): unknown {
  const entry = [...treeOf(stack)].find(([path]) => path.endsWith(`/${uid}.json`) && path.includes('/grafana/'));
  const [, content] = found(entry, `the dashboard ${uid}`);
  return JSON.parse(content);
}

/** What the first panel with this title asks. */
export function askedBy(board: unknown, title: string): readonly string[] {
  const panel = items(fields(board).panels)
    .map(fields)
    .find((one) => one.title === title && one.type !== 'row');
  return items(found(panel, `the panel ${title}`).targets).map((target) => text(fields(target).expr));
}

/** What the board marks on its graphs. */
export function markedBy(board: unknown): readonly string[] {
  return items(fields(fields(board).annotations).list).map((one) => text(fields(one).expr));
}

/** The rules of a unit, as Prometheus reads them. */
export function rulesOf(stack: Stack, unit: string): string {
  return found(treeOf(stack).get(`${stack.id}/prometheus/rules/${unit}.yaml`), `the rules of ${unit}`);
}

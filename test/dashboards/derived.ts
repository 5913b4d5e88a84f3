import { derive } from '../../generators/derive/index.ts';
import { emitDashboard } from '../../generators/emit/grafana/index.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import { stack } from '../resolve/sample.ts';

/** A dashboard of the sample's stack with these fields, as Grafana loads it. */
export function boardOf(uid: string, fields: Readonly<Record<string, unknown>>): unknown {
  const definition = stack(fields);
  const { sound, diagnostics } = checkShapes([definition]);
  const resolution = resolveStack(definition, sound, new Map());
  const problems = [...diagnostics, ...resolution.diagnostics].map(({ message }) => message);
  if (resolution.stack === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  const { dashboards } = derive(resolution.stack).observables;
  const board = dashboards.find((one) => one.uid === uid);
  if (board === undefined) throw new Error(`no board ${uid} among ${dashboards.map((one) => one.uid).join(', ')}`);
  return JSON.parse(emitDashboard(board).content);
}

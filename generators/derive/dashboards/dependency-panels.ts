import type { Panel } from '../../model/dashboard.ts';
import { label } from '../../model/names.ts';
import type { Dependency, Service, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { firingOf } from '../selectors.ts';
import { inStatusLine } from './abreast.ts';
import { query, stat } from './panels.ts';

/** How what it calls and stands on is now, each a way to its board. What lives elsewhere has no alerts that are known here. */
export function dependencyPanels(stack: Stack, { dependsOn }: Service): readonly Panel[] {
  const own = new Set(stack.services.map(({ id }) => id));
  return inStatusLine(dependsOn.filter(({ id }) => own.has(id)).map((one) => statePanel(stack, one)));
}

function statePanel(stack: Stack, { id, title, url }: Dependency): Panel {
  return stat({
    key: `dependency-${id}`,
    title,
    description: 'Alerts that fire there.',
    unit: 'short',
    queries: [query('firing', q.or(q.count(firingOf(stack, { [label.service]: id })), q.vector(0)), 'firing')],
    thresholds: [{ colour: 'green' }, { from: 1, colour: 'red' }],
    mappings: [{ value: 0, text: 'no alerts', colour: 'green' }],
    ...(url === undefined ? {} : { links: [{ title: `Open ${title}`, url: `${url}?\${__url_time_range}` }] }),
  });
}

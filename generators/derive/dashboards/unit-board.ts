import { dashboardUrl, exploreUrl, unitUrl } from '../../model/addresses.ts';
import type { Annotation, Dashboard, DashboardLink, Row } from '../../model/dashboard.ts';
import type { Service, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { boardUids, dataSourceVariable, infrastructureLink } from './boards.ts';

/** The board of one unit: what is the same for every kind of unit, around its rows. Rows without panels are left out. */
export function unitBoard(
  stack: Stack,
  unit: Service,
  folder: string,
  rows: readonly Row[],
  annotations: readonly Annotation[] = [],
): Dashboard {
  return {
    uid: unit.dashboardUid,
    title: unit.title,
    description: unit.description ?? `${unit.title}: ${contents[unit.kind]}.`,
    folder,
    tags: [stack.id, unit.kind, unit.team.id],
    from: 'now-6h',
    refresh: '1m',
    variables: [dataSourceVariable],
    annotations,
    links: boardLinks(stack, unit),
    rows: rows.filter(({ panels }) => panels.length > 0),
  };
}

const contents = {
  service: 'requests, SLOs and alerts',
  infrastructure: 'utilisation, saturation, errors and alerts',
  'kpi-group': 'figures against targets and last week',
} as const;

function boardLinks(stack: Stack, service: Service): readonly DashboardLink[] {
  const own = boardUids(stack);
  const away = (title: string, url: string): DashboardLink => ({ title, url, keepTime: false });
  return [
    { title: 'Home', url: `/d/${own.home}`, keepTime: true },
    { title: 'SLOs', url: `/d/${own.slos}?var-service=${service.id}`, keepTime: false },
    ...(service.kind === 'infrastructure' ? infrastructureLink(stack) : []),
    away('Runbooks', unitUrl(stack, service.id)),
    ...onward(stack, service),
    ...service.dependsOn.flatMap(({ title, url }) =>
      url === undefined
        ? []
        : [{ title: `Depends on ${title}`, url, keepTime: url.startsWith(dashboardUrl(stack, '')) }],
    ),
    ...service.links.map(({ title, url }) => away(title, url)),
  ];
}

/** To logs and traces of the service for the time that the board shows. */
function onward(stack: Stack, service: Service): readonly DashboardLink[] {
  const { logs, traces } = stack.grafana.datasources;
  const time = { from: '${__from}', to: '${__to}' };
  const choice = `service=${q.quote(service.id)}`;
  const spans = `{resource.service.name=${q.quote(service.id)}}`;
  const links = [
    ...(logs === undefined
      ? []
      : [{ title: 'Logs', datasource: { type: 'loki', uid: logs }, query: { expr: `{${choice}}` } } as const]),
    ...(traces === undefined
      ? []
      : [
          {
            title: 'Traces',
            datasource: { type: 'tempo', uid: traces },
            query: { queryType: 'traceql', query: spans },
          } as const,
        ]),
  ];
  return links.map(({ title, ...to }) => ({ title, url: exploreUrl(stack, { ...to, ...time }), keepTime: false }));
}

import type { Artifact } from '../model/artifact.ts';
import { dashboardFolders, files } from '../model/names.ts';
import type { Compiled } from '../model/observables.ts';
import type { Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { emitDashboards, emitProvisioning } from './grafana/index.ts';

/** Dashboards that others draw, to the byte. What Grafana cannot load has no uid to be found by, and is another's complaint. */
function existingOf({ existingDashboards }: Stack): readonly Artifact[] {
  return existingDashboards.flatMap(({ folder, text, content }) =>
    content.kind === 'dashboard' ? [{ path: files.dashboard(folder, content.uid), content: text }] : [],
  );
}

/** Everything under `grafana/`. */
export function emitGrafana({ stack, observables }: Compiled): readonly Artifact[] {
  const { metrics, logs, traces } = stack.grafana.datasources;
  const [evaluator] = stack.evaluators;
  const provisioning = emitProvisioning({
    name: stack.id,
    folders: [...Object.values(dashboardFolders), ...stack.existingDashboards.map(({ folder }) => folder)],
    dataSources: [
      {
        name: 'Metrics',
        type: 'prometheus',
        uid: metrics,
        scrapeInterval: q.printDuration(evaluator.scrapeMs),
        ...(evaluator.url === undefined
          ? {}
          : { url: `${evaluator.url}${evaluator.mimir === undefined ? '' : '/prometheus'}` }),
      },
      ...(logs === undefined ? [] : [{ name: 'Logs', type: 'loki' as const, uid: logs }]),
      ...(traces === undefined ? [] : [{ name: 'Traces', type: 'tempo' as const, uid: traces }]),
    ],
  });
  return [...emitDashboards(observables.dashboards), ...existingOf(stack), ...provisioning].map(
    ({ path, content }) => ({
      path: `${stack.id}/${path}`,
      content,
    }),
  );
}

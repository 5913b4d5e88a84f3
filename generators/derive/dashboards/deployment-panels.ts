import type { Annotation, Panel } from '../../model/dashboard.ts';
import type { Deployment, Service } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { seriesOf } from '../selectors.ts';
import { shifted } from '../values.ts';
import { inStatusLine } from './abreast.ts';
import { query, stat } from './panels.ts';

const VERSION = 'version';

/** What runs now, what comes next and how far it is, and whether the way back is open. */
export function deploymentPanels({ deployment }: Service): readonly Panel[] {
  if (deployment === undefined) return [];
  return inStatusLine([
    currentVersion(deployment),
    ...canaryShare(deployment),
    ...lastDeployment(deployment),
    ...rollback(deployment),
  ]);
}

/** One series for each instance that runs; a gauge may say of one that it does not. */
function running(metric: Deployment['instances']): q.Instant {
  const series = seriesOf(metric);
  return metric.kind === 'gauge' ? q.gt(series, 0) : series;
}

/** Canaries that another metric tells of are known by their version. */
function stable({ instances, canary }: Deployment): q.Instant {
  if (canary === undefined) return running(instances);
  const same = canary.name === instances.name;
  return q.unless(running(instances), running(canary), same ? undefined : { on: [VERSION] });
}

function currentVersion(deployment: Deployment): Panel {
  return stat({
    key: 'version',
    title: 'Current version',
    description: 'Two versions while one takes the place of the other.',
    unit: 'none',
    queries: [query('version', q.count(stable(deployment), { by: [VERSION] }), `{{${VERSION}}}`)],
    showName: true,
    colour: 'none',
    noValue: 'no instances',
  });
}

function canaryShare({ instances, canary }: Deployment): readonly Panel[] {
  if (canary === undefined) return [];
  const onCanary = q.count(running(canary), { by: [VERSION] });
  return [
    stat({
      key: 'canary',
      title: 'Canary',
      description: 'The share of instances that run the next version.',
      unit: 'percentunit',
      queries: [
        query('canary', q.div(onCanary, q.count(running(instances)), { on: [], groupLeft: [] }), `on {{${VERSION}}}`),
      ],
      showNameAndValue: true,
      colour: 'none',
      noValue: 'none',
    }),
  ];
}

function lastDeployment({ last }: Deployment): readonly Panel[] {
  if (last === undefined) return [];
  return [
    stat({
      key: 'last-deployment',
      title: 'Since the last deployment',
      unit: 's',
      queries: [query('since', q.sub(q.time(), q.max(seriesOf(last))), 'ago')],
      colour: 'none',
      noValue: 'not known',
    }),
  ];
}

function rollback({ rollback: ready }: Deployment): readonly Panel[] {
  if (ready === undefined) return [];
  return [
    stat({
      key: 'rollback',
      title: 'Rollback',
      description: 'Whether the version before can be brought back.',
      unit: 'none',
      queries: [query('ready', q.min(seriesOf(ready)), 'ready')],
      mappings: [
        { value: 1, text: 'Ready', colour: 'green' },
        { value: 0, text: 'Not ready', colour: 'red' },
      ],
      noValue: 'not known',
    }),
  ];
}

/** Longer than an instance is away while it is restarted or a scrape is missed. */
const AWAY_MS = 300_000;

/** A mark on every graph where a deployment ended, or where nothing says that, where a version begins to run. */
export function deploymentMarks({ deployment }: Service): readonly Annotation[] {
  if (deployment === undefined) return [];
  const { instances, last } = deployment;
  const mark = { name: 'Deployments', colour: 'blue' } as const;
  if (last !== undefined) {
    const ended = q.mul(q.max(seriesOf(last)), 1000);
    return [{ ...mark, expr: ended, valueIsTime: true, title: 'Deployed', text: 'The deployment ended here.' }];
  }
  const now = q.count(running(instances), { by: [VERSION] });
  const before = shifted(now, AWAY_MS);
  // Where nothing was seen before, nobody knows whether a version is new.
  const begins = q.and(q.unless(now, before), q.group(before), { on: [] });
  return [{ ...mark, expr: begins, title: `Deployed {{${VERSION}}}`, text: 'This version began to run.' }];
}

import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { rawDashboards } from './raw-dashboard.ts';

/** Each uid with who has it, ours first. */
function taken(compiled: Compiled): readonly Finding[] {
  const owners = new Map(
    compiled.observables.dashboards.map(({ uid }) => [uid.toLowerCase(), 'a dashboard of this stack']),
  );
  return rawDashboards(compiled).flatMap(({ uid, file, address }) => {
    const owner = owners.get(uid.toLowerCase());
    if (owner === undefined) owners.set(uid.toLowerCase(), file);
    if (owner === undefined) return [];
    const message = `the uid ${uid} of ${file} is the uid of ${owner} too, upper and lower case aside`;
    return [
      { address, message, cure: 'Give it another uid and export it again, or say `dashboard: { uid }` at ours.' },
    ];
  });
}

/** Two dashboards under one uid. */
export const dashboardUid: Rule = {
  code: 'existing/dashboard-uid',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An existing dashboard has a uid that no other has.',
    cause: 'Of two dashboards with one uid Grafana keeps the last that it loads: one takes the place of the other.',
    cure: 'Give the existing one another uid, or ours: `dashboard: { uid }` at the service.',
  },
  check: taken,
};

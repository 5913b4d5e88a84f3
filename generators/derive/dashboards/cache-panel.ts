import type { Panel } from '../../model/dashboard.ts';
import type { Service } from '../../model/stack.ts';
import { figureQueries } from './figure-queries.ts';
import { bars } from './panels.ts';

/** What each level of cache answers, of what is asked of it. */
export function cachePanel({ caches }: Service): readonly Panel[] {
  const queries = figureQueries(caches);
  if (queries === undefined) return [];
  return [
    bars({
      key: 'caches',
      title: 'Cache performance',
      description: 'The share of lookups that each level answers.',
      unit: 'percentunit',
      max: 1,
      queries,
      noValue: 'no lookups',
    }),
  ];
}

import type { Panel } from '../../model/dashboard.ts';
import type { Service } from '../../model/stack.ts';
import { eventRate } from '../selectors.ts';
import { shifted } from '../values.ts';
import { abreast } from './abreast.ts';
import { cachePanel } from './cache-panel.ts';
import { errorPanels } from './error-panels.ts';
import { latencyPanels } from './latency-panels.ts';
import { expectedSteps, query, timeseries } from './panels.ts';

const FIVE_MINUTES = 300_000;
const WEEK = 7 * 24 * 3600_000;

/**
 * Rate, errors, duration (https://grafana.com/blog/the-red-method-how-to-instrument-your-services/), beside what is expected:
 * a line of how much and how fast, and a line of what fails and what the caches spare.
 */
export function requestPanels(service: Service): readonly Panel[] {
  return [
    ...abreast([...ratePanel(service), ...latencyPanels(service)]),
    ...abreast([...errorPanels(service), ...cachePanel(service)]),
  ];
}

function ratePanel({ requests, expected }: Service): readonly Panel[] {
  if (requests === undefined) return [];
  const rate = eventRate(requests, FIVE_MINUTES, []);
  return [
    timeseries({
      key: 'rate',
      title: 'Request rate',
      description: expected.peakRate === undefined ? undefined : 'The line is the peak that it is built for.',
      unit: 'reqps',
      queries: [query('now', rate, 'now'), query('week', shifted(rate, WEEK), 'last week', { style: 'comparison' })],
      thresholds: expectedSteps(expected.peakRate),
    }),
  ];
}

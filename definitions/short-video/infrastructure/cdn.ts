import {
  above,
  alert,
  counter,
  gauge,
  httpStatus,
  type Infrastructure,
  infrastructure,
  measure,
  rate,
  ratioOf,
  runbook,
  share,
  total,
} from 'signalbox';
import { region } from '../regions.ts';
import { P2 } from '../severities.ts';
import { mediaTeam } from '../teams.ts';
import { crowded } from './limits.ts';

const requests = counter('cdn_requests_total', {
  help: 'Requests answered by the edge.',
  labels: { region, status: httpStatus },
});
const failed = requests.where({ status: /5../ });
const sent = counter('cdn_sent_bytes_total', { help: 'Data sent by the edge.', labels: { region } });
const bandwidth = gauge('cdn_bandwidth_bytes_per_second', { help: 'Bandwidth that is booked.', labels: { region } });
const fills = counter('cdn_cache_fills_total', { help: 'Objects fetched from the origin.', labels: { region } });
const origin = counter('cdn_origin_requests_total', {
  help: 'Requests to the origin.',
  labels: { region, status: httpStatus },
});

const cdnErrors = runbook({
  id: 'cdn-errors',
  title: 'The CDN answers with errors',
  symptoms: 'Videos stop or do not start, in one region or everywhere.',
  firstSteps: [
    {
      do: 'Check the origin: does it answer? Errors at the origin are the cause more often than the CDN.',
      look: share(origin.where({ status: /5../ }), origin),
    },
    'Fail over to the other CDN when the origin is healthy.',
  ],
});

export const cdn: Infrastructure = infrastructure({
  id: 'cdn',
  title: 'CDN',
  team: mediaTeam,
  tier: 'critical',
  job: 'cdn-logs',
  requests,
  utilisation: {
    bandwidth: measure(ratioOf(rate(sent), total(bandwidth)), {
      title: 'Bandwidth',
      limits: { high: crowded('Videos play at a lower quality.', cdnErrors) },
    }),
  },
  saturation: {
    fills: measure(rate(fills), { title: 'Cache fill rate' }),
  },
  errors: {
    origin: measure(share(origin.where({ status: /5../ }), origin), { title: 'Origin errors' }),
    refused: measure(share(requests.where({ status: /4../ }), requests), { title: '4xx' }),
    failed: measure(share(failed, requests), { title: '5xx' }),
  },
  alerts: {
    errorRate: alert({
      name: 'CDNErrorRate',
      title: 'CDN error rate',
      when: above(share(failed, requests), '2%'),
      for: '5m',
      severity: P2,
      impact: 'Videos stop or do not start.',
      runbook: cdnErrors,
    }),
  },
});

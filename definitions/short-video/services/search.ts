import { counter, histogram, httpStatus, type Service, service } from 'signalbox';
import { region } from '../regions.ts';
import { feedTeam } from '../teams.ts';

const requests = counter('search_requests_total', {
  help: 'Searches answered.',
  labels: { region, status: httpStatus },
});
const duration = histogram('search_request_duration_seconds', {
  help: 'Time to answer a search.',
  labels: { region },
  buckets: ['10ms', '30ms', '50ms', '100ms', '250ms', '1s'],
});

export const search: Service = service({
  id: 'search',
  title: 'Search',
  team: feedTeam,
  tier: 'normal',
  job: 'search',
  requests,
  duration,
  errors: { '5xx': requests.where({ status: /5../ }) },
  expected: { peakRate: '50000/s', errorRatio: '0.1%', p50: '30ms', p99: '100ms' },
});

import { counter, histogram, httpStatus, labelValues, type Service, service } from 'signalbox';
import { region } from '../regions.ts';
import { feedTeam } from '../teams.ts';

const requests = counter('interaction_requests_total', {
  help: 'Likes and comments answered.',
  labels: { region, kind: labelValues('like', 'comment'), status: httpStatus },
});
const duration = histogram('interaction_request_duration_seconds', {
  help: 'Time to store a like or a comment.',
  labels: { region, kind: labelValues('like', 'comment') },
  buckets: ['5ms', '10ms', '20ms', '50ms', '100ms', '250ms'],
});

export const interactions: Service = service({
  id: 'interactions',
  title: 'Like and comment',
  team: feedTeam,
  tier: 'high',
  job: 'interactions',
  requests,
  duration,
  errors: { '5xx': requests.where({ status: /5../ }) },
  expected: { peakRate: '500000/s', errorRatio: '0.01%', p50: '10ms', p99: '50ms' },
});

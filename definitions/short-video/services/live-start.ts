import {
  above,
  alert,
  availability,
  counter,
  histogram,
  labelValues,
  runbook,
  type Service,
  service,
  share,
} from 'signalbox';
import { region } from '../regions.ts';
import { P2 } from '../severities.ts';
import { liveTeam } from '../teams.ts';

const starts = counter('live_stream_starts_total', {
  help: 'Attempts to start a live stream.',
  labels: { region, result: labelValues('succeeded', 'failed') },
});
const duration = histogram('live_stream_start_duration_seconds', {
  help: 'Time from the tap to the first frame on air.',
  labels: { region },
  buckets: ['100ms', '250ms', '500ms', '1s', '2s', '5s'],
});
const failed = starts.where({ result: 'failed' });

const liveStartFailures = runbook({
  id: 'live-start-failures',
  title: 'Live streams do not start',
  symptoms: 'Creators tap Go Live and nothing is on air.',
  firstSteps: [
    'Check transcoding capacity: are all workers of the region busy?',
    'Move new streams to the nearest region with free workers.',
  ],
});

export const liveStart: Service = service({
  id: 'live-stream-start',
  title: 'Live stream start',
  team: liveTeam,
  tier: 'high',
  job: 'live-stream-start',
  requests: starts,
  duration,
  errors: { Failed: failed },
  expected: { peakRate: '10000/s', errorRatio: '0.5%', p50: '500ms', p99: '2s' },
  slos: {
    success: availability(starts, {
      title: 'Live Stream Start',
      bad: failed,
      objective: '99.9%',
      window: '30d',
      noTraffic: 'good',
      impact: 'Creators cannot go live.',
      runbook: liveStartFailures,
    }),
  },
  alerts: {
    failures: alert({
      name: 'LiveStreamFailures',
      title: 'Live stream start failure rate',
      when: above(share(failed, starts), '1%'),
      for: '5m',
      severity: P2,
      impact: 'Creators cannot go live.',
      runbook: liveStartFailures,
    }),
  },
});

import { counter, histogram, labelValues, latency, runbook, type Service, service } from 'signalbox';
import { cdn } from '../infrastructure/cdn.ts';
import { region } from '../regions.ts';
import { mediaTeam } from '../teams.ts';

const starts = counter('video_starts_total', {
  help: 'Videos that players tried to start.',
  labels: { region, result: labelValues('played', 'failed') },
});
const duration = histogram('video_start_duration_seconds', {
  help: 'Time from the swipe to the first frame.',
  labels: { region },
  buckets: ['50ms', '100ms', '150ms', '250ms', '500ms', '1s'],
});

const startSlow = runbook({
  id: 'video-start',
  title: 'Videos start slowly',
  symptoms: 'People see a black screen before a video plays.',
  firstSteps: [
    'Check the CDN: do its errors or its cache fill rate rise?',
    'Lower the first segment to the smallest rendition in the affected region.',
  ],
});

export const playback: Service = service({
  id: 'video-playback',
  title: 'Video playback',
  team: mediaTeam,
  tier: 'high',
  job: 'video-playback',
  requests: starts,
  duration,
  errors: { Failed: starts.where({ result: 'failed' }) },
  expected: { p99: '150ms' },
  dependsOn: () => [cdn],
  slos: {
    startTime: latency(duration, {
      title: 'Video Start Time',
      within: '150ms',
      objective: '99%',
      window: '30d',
      noTraffic: 'good',
      impact: 'Videos start slowly.',
      runbook: startSlow,
    }),
  },
});

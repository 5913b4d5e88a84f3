import { above, alert, availability, runbook, type Service, service, share } from 'signalbox';
import { P2 } from '../severities.ts';
import { mediaTeam } from '../teams.ts';
import { attempts, duration } from './upload.metrics.ts';

const failed = attempts.where({ result: /.*_error|timeout/ });

const uploadFailures = runbook({
  id: 'upload-failures',
  title: 'Uploads fail',
  symptoms: 'Creators cannot publish: uploads stop or end in an error.',
  firstSteps: [
    {
      do: 'Check blob storage: do writes fail or wait?',
      look: share(attempts.where({ result: 'storage_error' }), attempts),
    },
    {
      do: 'Check the transcoding queue: does it grow?',
      look: share(attempts.where({ result: 'transcoding_error' }), attempts),
    },
    { do: 'Scale the workers.', command: 'kubectl scale deployment transcoding-worker --replicas=200' },
  ],
  aftercare: ['Tell creators support which uploads must be repeated.'],
});

export const upload: Service = service({
  id: 'video-upload',
  title: 'Video upload',
  team: mediaTeam,
  tier: 'high',
  job: 'video-upload',
  requests: attempts,
  duration,
  errors: {
    Storage: attempts.where({ result: 'storage_error' }),
    Transcoding: attempts.where({ result: 'transcoding_error' }),
    Timeouts: attempts.where({ result: 'timeout' }),
  },
  expected: { peakRate: '800/s', errorRatio: '1%', p50: '5s', p99: '30s' },
  slos: {
    success: availability(attempts, {
      title: 'Upload Success Rate',
      bad: failed,
      objective: '99.5%',
      window: '30d',
      noTraffic: 'unknown',
      impact: 'Creators cannot publish.',
      runbook: uploadFailures,
    }),
  },
  alerts: {
    failures: alert({
      name: 'UploadFailures',
      title: 'Upload failure rate',
      when: above(share(failed, attempts), '5%'),
      for: '5m',
      severity: P2,
      impact: 'Creators cannot publish.',
      runbook: uploadFailures,
    }),
  },
});

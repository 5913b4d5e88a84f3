import {
  alert,
  any,
  availability,
  counter,
  histogram,
  increase,
  labelValues,
  runbook,
  type Service,
  service,
} from 'signalbox';
import { region } from '../regions.ts';
import { P1 } from '../severities.ts';
import { paymentsTeam } from '../teams.ts';

const processed = counter('gifts_processed_total', {
  help: 'Gifts that were paid for, or failed to be.',
  labels: { region, result: labelValues('succeeded', 'failed') },
});
const duration = histogram('gift_processing_duration_seconds', {
  help: 'Time to process a gift.',
  labels: { region },
  buckets: ['20ms', '50ms', '100ms', '200ms', '500ms', '2s'],
});
const failed = processed.where({ result: 'failed' });

const giftFailures = runbook({
  id: 'gift-failures',
  title: 'Gifts fail',
  symptoms: 'Viewers pay for a gift and the creator does not get it.',
  firstSteps: [
    'Investigate at once: open the failed transactions in the ledger and see whether money moved.',
    {
      do: 'Stop taking gifts in the affected region when money moved without a gift.',
      look: increase(failed, { over: '5m', by: ['region'] }),
    },
  ],
  escalation: 'Finance on duty joins when money moved.',
  aftercare: ['Refund, and list the transactions in the postmortem.'],
});

export const gifts: Service = service({
  id: 'gift-processing',
  title: 'Gift processing',
  team: paymentsTeam,
  tier: 'critical',
  job: 'gift-processing',
  requests: processed,
  duration,
  errors: { Failed: failed },
  expected: { peakRate: '100000/s', errorRatio: '0.001%', p50: '50ms', p99: '200ms' },
  slos: {
    success: availability(processed, {
      title: 'Gift Processing Success',
      bad: failed,
      objective: '99.99%',
      window: '30d',
      noTraffic: 'good',
      impact: 'Viewers pay and creators get nothing.',
      runbook: giftFailures,
    }),
  },
  alerts: {
    failure: alert({
      name: 'GiftProcessingFailure',
      title: 'Failed gifts',
      when: any(failed),
      severity: P1,
      impact: 'Viewers pay and creators get nothing.',
      runbook: giftFailures,
    }),
  },
});

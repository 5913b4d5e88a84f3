import { above, alert, counter, httpStatus, runbook, type Service, service, share } from 'signalbox';
import { region } from '../regions.ts';
import { P2 } from '../severities.ts';
import { mediaTeam } from '../teams.ts';

const requests = counter('cdn_requests_total', {
  help: 'Requests answered by the edge.',
  labels: { region, status: httpStatus },
});
const failed = requests.where({ status: /5../ });

const cdnErrors = runbook({
  id: 'cdn-errors',
  title: 'The CDN answers with errors',
  symptoms: 'Videos stop or do not start, in one region or everywhere.',
  firstSteps: [
    'Check the origin: does it answer? Errors at the origin are the cause more often than the CDN.',
    'Fail over to the other CDN when the origin is healthy.',
  ],
});

export const cdn: Service = service({
  id: 'cdn',
  title: 'CDN',
  team: mediaTeam,
  tier: 'critical',
  job: 'cdn-logs',
  requests,
  errors: { '5xx': failed },
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

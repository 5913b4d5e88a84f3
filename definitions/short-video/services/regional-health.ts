import { alert, failsTimes, lowest, runbook, type Service, service } from 'signalbox';
import { P1 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { probe } from './regional-health.metrics.ts';

const failover = runbook({
  id: 'regional-failover',
  title: 'A region fails',
  symptoms: 'People of one region cannot use the app at all.',
  firstSteps: [
    { do: 'Verify health: does the region fail from outside as well?', look: lowest(probe, { by: ['region'] }) },
    'DNS update: move its traffic to the nearest healthy region.',
    'Scale the target region before the traffic arrives.',
  ],
  escalation: 'The incident commander decides on a failover of more than one region.',
  aftercare: ['Move the traffic back in steps of 10 % once the region was healthy for an hour.'],
});

export const regionalHealth: Service = service({
  id: 'regional-health',
  title: 'Regional health',
  team: platformTeam,
  tier: 'critical',
  job: 'blackbox',
  signals: { 'Health check': lowest(probe, { by: ['region'] }) },
  alerts: {
    healthCheck: alert({
      name: 'RegionalHealth',
      title: 'Regional health check',
      when: failsTimes(probe, 3, { by: ['region'] }),
      severity: P1,
      signal: 'down',
      impact: 'People of the region cannot use the app.',
      runbook: failover,
    }),
  },
});

import { above, alert, histogram, labelValues, p99, runbook, type Service, service } from 'signalbox';
import { region } from '../regions.ts';
import { P2 } from '../severities.ts';
import { platformTeam } from '../teams.ts';

const duration = histogram('db_query_duration_seconds', {
  help: 'Time of a query as the client sees it.',
  labels: { region, operation: labelValues('read', 'write') },
  buckets: ['1ms', '5ms', '10ms', '25ms', '50ms', '100ms', '250ms', '1s'],
});

const overload = runbook({
  id: 'db-overload',
  title: 'The database is overloaded',
  symptoms: 'Everything that reads or writes becomes slow; timeouts follow.',
  firstSteps: [
    'Enable query caching.',
    'Add read replicas when reads are the slow part.',
    {
      do: 'Identify slow queries.',
      command:
        'psql -c "SELECT pid, now() - query_start AS runs, left(query, 80) FROM pg_stat_activity WHERE state = \'active\' ORDER BY runs DESC LIMIT 10"',
    },
  ],
  diagnosis: [{ do: 'Are reads or writes slow?', look: p99(duration, { by: ['operation'] }) }],
});

export const database: Service = service({
  id: 'database',
  title: 'Database',
  team: platformTeam,
  tier: 'critical',
  job: 'database-clients',
  duration,
  alerts: {
    latency: alert({
      name: 'DatabaseLatency',
      title: 'Database p99 latency',
      when: above(p99(duration), '100ms'),
      for: '5m',
      severity: P2,
      impact: 'Everything that reads or writes becomes slow.',
      runbook: overload,
    }),
  },
});

import {
  above,
  alert,
  busiest,
  counter,
  gauge,
  histogram,
  type Infrastructure,
  infrastructure,
  labelValues,
  measure,
  not,
  p99,
  rate,
  ratioOf,
  runbook,
  share,
  total,
} from 'signalbox';
import { node, postgres } from 'signalbox/exporters';
import { region } from '../regions.ts';
import { P2, P3 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { crowded } from './limits.ts';

const job = 'node-database';
const duration = histogram('db_query_duration_seconds', {
  help: 'Time of a query as the client sees it.',
  labels: { region, operation: labelValues('read', 'write') },
  buckets: ['1ms', '5ms', '10ms', '25ms', '50ms', '100ms', '250ms', '1s'],
});
const failures = counter('db_query_errors_total', {
  help: 'Queries that failed, as the client sees it.',
  labels: { region },
});
const connections = gauge('db_pool_connections', {
  help: 'Connections of the pools that are in use.',
  unit: 'count',
  labels: { region },
});
const mostConnections = gauge('db_pool_max_connections', {
  help: 'Connections that the pools may open.',
  unit: 'count',
  labels: { region },
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
  diagnosis: [
    { do: 'Are reads or writes slow?', look: p99(duration, { by: ['operation'] }) },
    { do: 'Do clients wait for a connection?', look: ratioOf(total(connections), total(mostConnections)) },
  ],
});

export const database: Infrastructure = infrastructure({
  id: 'database',
  title: 'Database',
  team: platformTeam,
  tier: 'critical',
  job: 'database-clients',
  duration,
  utilisation: {
    cpu: measure(share(node.cpuSeconds.where({ job, mode: not('idle') }), node.cpuSeconds.where({ job })), {
      title: 'CPU',
      limits: { high: crowded('Queries get slower.', overload) },
    }),
    disk: measure(busiest(node.diskIoSeconds.where({ job })), {
      title: 'Disk I/O, busiest disk',
      limits: { high: crowded('Writes wait for the disk.', overload) },
    }),
  },
  saturation: {
    connections: measure(ratioOf(total(connections), total(mostConnections)), {
      title: 'Connection pool',
      limits: {
        high: { above: '90%', for: '5m', severity: P3, impact: 'Requests wait for a connection.', runbook: overload },
      },
    }),
  },
  errors: {
    queries: measure(share(failures, duration), { title: 'Query errors' }),
    deadlocks: measure(rate(postgres.deadlocks), { title: 'Deadlocks' }),
  },
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

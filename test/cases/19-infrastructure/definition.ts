/** What services stand on: how busy it is, what waits for it, what it fails at. A limit is written once, under its figure. */
import {
  busy,
  counter,
  gauge,
  histogram,
  infrastructure,
  labelValues,
  measure,
  oneMinus,
  p99,
  rate,
  ratioOf,
  runbook,
  total,
} from 'signalbox';
import { exampleStack, filesOfInfrastructure, filesOfStack, P1, P3, shopTeam } from '../example.ts';

const cpu = counter('node_cpu_busy_seconds_total', {
  help: 'Time that CPUs worked.',
  labels: { cpu: labelValues('0', '1') },
});
const free = gauge('node_memory_available_bytes', { help: 'Memory that can be had.' });
const memory = gauge('node_memory_size_bytes', { help: 'Memory that there is.' });
const connections = gauge('db_connections', { help: 'Connections in use.', unit: 'count' });
const mostConnections = gauge('db_max_connections', { help: 'Connections that there may be.', unit: 'count' });
const deadlocks = counter('db_deadlocks_total', { help: 'Transactions that were ended because of a deadlock.' });
const duration = histogram('db_query_duration_seconds', { help: 'Time of a query.', buckets: ['10ms', '100ms', '1s'] });

const full = runbook({
  id: 'db-full',
  title: 'The database is full',
  firstSteps: ['See who holds the connections.', 'Add a replica when reads are the slow part.'],
});
const told = { severity: P3, runbook: full, impact: 'Queries wait.' } as const;

const database = infrastructure({
  id: 'orders-db',
  title: 'Orders database',
  team: shopTeam,
  tier: 'critical',
  job: 'postgres',
  duration,
  utilisation: {
    cpu: measure(busy(cpu), { title: 'CPU', limits: { high: { ...told, above: '80%', for: '10m' } } }),
    memory: measure(oneMinus(ratioOf(total(free), total(memory))), { title: 'Memory' }),
  },
  saturation: {
    connections: measure(ratioOf(total(connections), total(mostConnections)), {
      title: 'Connections in use',
      limits: {
        high: { ...told, above: '80%', for: '5m' },
        exhausted: { ...told, severity: P1, above: '95%', for: '2m', justification: 'The next query fails.' },
      },
    }),
    latency: measure(p99(duration), {
      title: 'Query p99',
      limits: { high: { ...told, above: '100ms', for: '5m', signal: 'latency' } },
    }),
  },
  errors: {
    deadlocks: measure(rate(deadlocks), { title: 'Deadlocks' }),
  },
});

export default [exampleStack({ infrastructure: [database] })];

export const paths = [...filesOfStack(), ...filesOfInfrastructure('orders-db', ['db-full'])];

/**
 * mysqld_exporter: a MySQL or MariaDB server.
 *
 * Source: https://github.com/prometheus/mysqld_exporter/tree/main/collector (`global_status.go`, `global_variables.go`,
 * `slave_status.go`, `exporter.go`). Status variables without a class of their own are exposed as `untyped`; what each one
 * counts is said by https://dev.mysql.com/doc/refman/8.0/en/server-status-variables.html. The names hold since 0.10.0 (2017).
 */
import { counter, gauge, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const exposedAs = 'untyped';
/** Of a replica of several sources each one; `channel_name` is MySQL's word for it, `connection_name` MariaDB's. */
const source = {
  master_host: upTo(5, 'db-1'),
  master_uuid: upTo(1, '3e11fa47-71ca-11e1-9e33-c80aa9429562'),
  channel_name: upTo(1, 'main'),
  connection_name: upTo(1, 'main'),
};

export const mysql = catalogue('mysqld_exporter', {
  /** 0 while the exporter cannot ask the server: the exporter itself is up. */
  up: gauge('mysql_up', { help: 'Whether the MySQL server is up.', unit: 'count' }),
  uptime: gauge('mysql_global_status_uptime', {
    help: 'The number of seconds that the server has been up.',
    unit: 'seconds',
    exposedAs,
  }),
  /** Statements that clients sent. */
  questions: unsuffixedCounter('mysql_global_status_questions', {
    help: 'The number of statements executed by the server, sent by clients.',
    exposedAs,
  }),
  /** Statements with those inside stored programs. */
  queries: unsuffixedCounter('mysql_global_status_queries', {
    help: 'The number of statements executed by the server.',
    exposedAs,
  }),
  slowQueries: unsuffixedCounter('mysql_global_status_slow_queries', {
    help: 'The number of queries that have taken more than long_query_time seconds.',
    exposedAs,
  }),
  commands: counter('mysql_global_status_commands_total', {
    help: 'Total number of executed MySQL commands.',
    labels: { command: upTo(200, 'select', 'insert', 'update', 'delete', 'commit', 'rollback') },
  }),
  handlers: counter('mysql_global_status_handlers_total', {
    help: 'Total number of executed MySQL handlers.',
    labels: { handler: upTo(20, 'commit', 'read_rnd_next', 'write') },
  }),

  threadsConnected: gauge('mysql_global_status_threads_connected', {
    help: 'The number of currently open connections.',
    unit: 'count',
    exposedAs,
  }),
  threadsRunning: gauge('mysql_global_status_threads_running', {
    help: 'The number of threads that are not sleeping.',
    unit: 'count',
    exposedAs,
  }),
  maxConnections: gauge('mysql_global_variables_max_connections', {
    help: 'The maximum permitted number of simultaneous client connections.',
    unit: 'count',
  }),
  connections: unsuffixedCounter('mysql_global_status_connections', {
    help: 'The number of connection attempts (successful or not) to the server.',
    exposedAs,
  }),
  connectionErrors: counter('mysql_global_status_connection_errors_total', {
    help: 'Total number of MySQL connection errors.',
    labels: {
      error: labelValues('accept', 'internal', 'max_connections', 'peer_address', 'select', 'tcpwrap'),
    },
  }),
  abortedConnects: unsuffixedCounter('mysql_global_status_aborted_connects', {
    help: 'The number of failed attempts to connect to the server.',
    exposedAs,
  }),
  abortedClients: unsuffixedCounter('mysql_global_status_aborted_clients', {
    help: 'The number of connections that were aborted because the client died without closing the connection properly.',
    exposedAs,
  }),
  receivedBytes: unsuffixedCounter('mysql_global_status_bytes_received', {
    help: 'The number of bytes received from all clients.',
    unit: 'bytes',
    exposedAs,
  }),
  sentBytes: unsuffixedCounter('mysql_global_status_bytes_sent', {
    help: 'The number of bytes sent to all clients.',
    unit: 'bytes',
    exposedAs,
  }),

  rowOperations: counter('mysql_global_status_innodb_row_ops_total', {
    help: 'Total number of MySQL InnoDB row operations.',
    labels: { operation: labelValues('deleted', 'inserted', 'read', 'updated') },
  }),
  bufferPoolPages: gauge('mysql_global_status_buffer_pool_pages', {
    help: 'Innodb buffer pool pages by state.',
    unit: 'count',
    labels: { state: labelValues('data', 'dirty', 'free', 'misc') },
  }),
  bufferPoolReadRequests: unsuffixedCounter('mysql_global_status_innodb_buffer_pool_read_requests', {
    help: 'The number of logical read requests.',
    exposedAs,
  }),
  /** Reads that the buffer pool could not serve. */
  bufferPoolReads: unsuffixedCounter('mysql_global_status_innodb_buffer_pool_reads', {
    help: 'The number of logical reads that InnoDB could not satisfy from the buffer pool, and had to read from disk.',
    exposedAs,
  }),
  rowLockWaits: unsuffixedCounter('mysql_global_status_innodb_row_lock_waits', {
    help: 'The number of times operations on InnoDB tables had to wait for a row lock.',
    exposedAs,
  }),

  /** A server that speaks of replicas and sources (MySQL 8.4) has other names. */
  replicationLag: gauge('mysql_slave_status_seconds_behind_master', {
    help: 'Seconds that the replica is behind its source.',
    unit: 'seconds',
    labels: source,
    exposedAs,
  }),
  replicationReceiving: gauge('mysql_slave_status_slave_io_running', {
    help: 'Whether the thread that receives from the source runs.',
    unit: 'count',
    labels: source,
    exposedAs,
  }),
  replicationApplying: gauge('mysql_slave_status_slave_sql_running', {
    help: 'Whether the thread that applies what was received runs.',
    unit: 'count',
    labels: source,
    exposedAs,
  }),
});

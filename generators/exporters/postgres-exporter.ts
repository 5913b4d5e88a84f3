/**
 * postgres_exporter: a PostgreSQL server.
 *
 * Source: https://github.com/prometheus-community/postgres_exporter/tree/master/collector (`pg_stat_database.go`,
 * `pg_locks.go`, `pg_replication.go`, `pg_database.go`, `pg_stat_bgwriter.go`, `pg_stat_activity.go`) and its CHANGELOG. The
 * names hold since 0.13.0 (2023), which made the collectors, unless a comment says later. Deployments that set
 * `constantLabels` or several data sources before 0.20 have a label `server` besides.
 *
 * Databases include the templates: choose `datname: not('template0')` and the like before counting them.
 */
import { counter, gauge, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const datname = upTo(50, 'app', 'postgres');
/** The object id follows from the name. */
const database = { datid: upTo(1, '16384'), datname };
/** Since 0.17.0 connections are told apart by what they wait for, too; adding up is right with every version. */
const activity = {
  datname,
  state: upTo(6, 'active', 'idle', 'idle in transaction', 'idle in transaction (aborted)', 'disabled'),
  usename: upTo(20, 'app'),
  application_name: upTo(20, 'web'),
  backend_type: upTo(10, 'client backend'),
  wait_event_type: upTo(10, 'Client', 'Lock'),
  wait_event: upTo(50, 'ClientRead'),
};

export const postgres = catalogue('postgres_exporter', {
  /** 0 while the exporter cannot ask the server: the exporter itself is up. */
  up: gauge('pg_up', {
    help: 'Whether the last scrape of metrics from PostgreSQL was able to connect to the server.',
    unit: 'count',
  }),
  maxConnections: gauge('pg_settings_max_connections', {
    help: 'Sets the maximum number of concurrent connections.',
    unit: 'count',
  }),
  connections: gauge('pg_stat_activity_count', {
    help: 'Number of connections in this state.',
    unit: 'count',
    labels: activity,
  }),
  /** Seconds, in spite of its name. */
  longestTransaction: gauge('pg_stat_activity_max_tx_duration', {
    help: 'Max duration in seconds any active transaction has been running.',
    unit: 'seconds',
    labels: activity,
  }),
  locks: gauge('pg_locks_count', {
    help: 'Number of locks.',
    unit: 'count',
    labels: {
      datname,
      mode: labelValues(
        'accesssharelock',
        'rowsharelock',
        'rowexclusivelock',
        'shareupdateexclusivelock',
        'sharelock',
        'sharerowexclusivelock',
        'exclusivelock',
        'accessexclusivelock',
        'sireadlock',
      ),
    },
  }),

  backends: gauge('pg_stat_database_numbackends', {
    help: 'Number of backends currently connected to this database.',
    unit: 'count',
    labels: database,
  }),
  commits: unsuffixedCounter('pg_stat_database_xact_commit', {
    help: 'Number of transactions in this database that have been committed.',
    labels: database,
  }),
  rollbacks: unsuffixedCounter('pg_stat_database_xact_rollback', {
    help: 'Number of transactions in this database that have been rolled back.',
    labels: database,
  }),
  /** Blocks that were not in PostgreSQL's own cache; the operating system may have had them. */
  blocksRead: unsuffixedCounter('pg_stat_database_blks_read', {
    help: 'Number of disk blocks read in this database.',
    labels: database,
  }),
  blocksHit: unsuffixedCounter('pg_stat_database_blks_hit', {
    help: 'Number of times disk blocks were found already in the buffer cache, so that a read was not necessary.',
    labels: database,
  }),
  rowsReturned: unsuffixedCounter('pg_stat_database_tup_returned', {
    help: 'Number of rows returned by queries in this database.',
    labels: database,
  }),
  rowsFetched: unsuffixedCounter('pg_stat_database_tup_fetched', {
    help: 'Number of rows fetched by queries in this database.',
    labels: database,
  }),
  rowsInserted: unsuffixedCounter('pg_stat_database_tup_inserted', {
    help: 'Number of rows inserted by queries in this database.',
    labels: database,
  }),
  rowsUpdated: unsuffixedCounter('pg_stat_database_tup_updated', {
    help: 'Number of rows updated by queries in this database.',
    labels: database,
  }),
  rowsDeleted: unsuffixedCounter('pg_stat_database_tup_deleted', {
    help: 'Number of rows deleted by queries in this database.',
    labels: database,
  }),
  conflicts: unsuffixedCounter('pg_stat_database_conflicts', {
    help: 'Number of queries canceled due to conflicts with recovery in this database; only on standby servers.',
    labels: database,
  }),
  deadlocks: unsuffixedCounter('pg_stat_database_deadlocks', {
    help: 'Number of deadlocks detected in this database.',
    labels: database,
  }),
  temporaryBytes: unsuffixedCounter('pg_stat_database_temp_bytes', {
    help: 'Total amount of data written to temporary files by queries in this database.',
    labels: database,
  }),
  temporaryFiles: unsuffixedCounter('pg_stat_database_temp_files', {
    help: 'Number of temporary files created by queries in this database.',
    labels: database,
  }),
  /** 0 until `track_io_timing` is on. Milliseconds. */
  blockReadTime: unsuffixedCounter('pg_stat_database_blk_read_time', {
    help: 'Time spent reading data file blocks by backends in this database, in milliseconds.',
    unit: 'milliseconds',
    labels: database,
  }),
  databaseSize: gauge('pg_database_size_bytes', { help: 'Disk space used by the database.', labels: { datname } }),

  /** Seconds behind the primary; 0 on the primary. Grows on an idle primary, too, with versions before 0.14.0. */
  replicationLag: gauge('pg_replication_lag_seconds', { help: 'Replication lag behind master in seconds.' }),
  isReplica: gauge('pg_replication_is_replica', { help: 'Indicates if the server is a replica.', unit: 'count' }),
  /** Up to PostgreSQL 16; newer servers count them in pg_stat_checkpointer. */
  checkpointsTimed: counter('pg_stat_bgwriter_checkpoints_timed_total', {
    help: 'Number of scheduled checkpoints that have been performed.',
  }),
  /** Checkpoints that could not wait for their time. Up to PostgreSQL 16. */
  checkpointsRequested: counter('pg_stat_bgwriter_checkpoints_req_total', {
    help: 'Number of requested checkpoints that have been performed.',
  }),
});

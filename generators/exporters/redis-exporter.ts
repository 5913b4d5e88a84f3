/**
 * redis_exporter: a Redis or Valkey server.
 *
 * Source: https://github.com/oliver006/redis_exporter/blob/master/exporter/exporter.go (the maps of `INFO` to metrics) and
 * `exporter/info.go`. The names hold since 1.0.0 (2019), which gave counters their `_total`, unless a comment says later. One
 * exporter that asks many servers gives each its own target, so no label says which.
 */
import { counter, gauge, info, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const cmd = upTo(250, 'get', 'set', 'hgetall');
const db = upTo(16, 'db0');
const master = { master_host: upTo(1, 'redis-1'), master_port: upTo(1, '6379') };
const replica = {
  slave_ip: upTo(10, '10.0.0.2'),
  slave_port: upTo(1, '6379'),
  slave_state: upTo(4, 'online', 'wait_bgsave', 'send_bulk'),
};

export const redis = catalogue('redis_exporter', {
  /** 0 while the exporter cannot ask the server: the exporter itself is up. */
  up: gauge('redis_up', { help: 'Information about the Redis instance.', unit: 'count' }),
  uptime: gauge('redis_uptime_in_seconds', { help: 'uptime_in_seconds metric' }),
  /** Newer exporters add `master_replid`. */
  instance: info('redis_instance_info', {
    help: 'Information about the Redis instance.',
    labels: {
      role: upTo(3, 'master', 'slave', 'sentinel'),
      redis_version: upTo(1, '7.2.4'),
      redis_build_id: upTo(1, '8f1c2b3d4e5f6a7b'),
      redis_mode: upTo(3, 'standalone', 'cluster', 'sentinel'),
      os: upTo(1, 'Linux 6.1.0 x86_64'),
      maxmemory_policy: upTo(8, 'noeviction', 'allkeys-lru'),
      tcp_port: upTo(1, '6379'),
      run_id: upTo(1, 'd3b07384d113edec49eaa6238ad5ff00'),
      process_id: upTo(1, '1'),
    },
  }),

  commands: counter('redis_commands_processed_total', { help: 'commands_processed_total metric' }),
  /** Each command apart. */
  commandCalls: counter('redis_commands_total', { help: 'Total number of calls per command.', labels: { cmd } }),
  commandSeconds: counter('redis_commands_duration_seconds_total', {
    help: 'Total amount of time in seconds spent per command.',
    labels: { cmd },
  }),
  /** Of servers since Redis 6.2: errors while a command ran. */
  commandFailures: counter('redis_commands_failed_calls_total', {
    help: 'Total number of errors within command execution per command.',
    labels: { cmd },
  }),
  /** Of servers since Redis 6.2: commands refused before they ran. */
  commandRejections: counter('redis_commands_rejected_calls_total', {
    help: 'Total number of errors prior command execution per command.',
    labels: { cmd },
  }),
  keyspaceHits: counter('redis_keyspace_hits_total', { help: 'keyspace_hits_total metric' }),
  keyspaceMisses: counter('redis_keyspace_misses_total', { help: 'keyspace_misses_total metric' }),
  evictedKeys: counter('redis_evicted_keys_total', { help: 'evicted_keys_total metric' }),
  expiredKeys: counter('redis_expired_keys_total', { help: 'expired_keys_total metric' }),
  keys: gauge('redis_db_keys', { help: 'Total number of keys by DB.', unit: 'count', labels: { db } }),
  expiringKeys: gauge('redis_db_keys_expiring', {
    help: 'Total number of expiring keys by DB.',
    unit: 'count',
    labels: { db },
  }),

  memoryUsed: gauge('redis_memory_used_bytes', { help: 'memory_used_bytes metric' }),
  /** 0 where there is no limit. */
  memoryMaximum: gauge('redis_memory_max_bytes', { help: 'memory_max_bytes metric' }),
  memoryRss: gauge('redis_memory_used_rss_bytes', { help: 'memory_used_rss_bytes metric' }),
  /** What the process occupies by what it uses: 1.5 is one and a half times as much. */
  memoryFragmentation: gauge('redis_mem_fragmentation_ratio', { help: 'mem_fragmentation_ratio metric' }),

  connectedClients: gauge('redis_connected_clients', { help: 'connected_clients metric', unit: 'count' }),
  blockedClients: gauge('redis_blocked_clients', { help: 'blocked_clients metric', unit: 'count' }),
  maxClients: gauge('redis_config_maxclients', { help: 'config_maxclients metric', unit: 'count' }),
  connectionsReceived: counter('redis_connections_received_total', { help: 'connections_received_total metric' }),
  /** Refused because `maxclients` was reached. */
  connectionsRejected: counter('redis_rejected_connections_total', { help: 'rejected_connections_total metric' }),
  receivedBytes: counter('redis_net_input_bytes_total', { help: 'net_input_bytes_total metric' }),
  sentBytes: counter('redis_net_output_bytes_total', { help: 'net_output_bytes_total metric' }),
  cpuUserSeconds: counter('redis_cpu_user_seconds_total', { help: 'cpu_user_seconds_total metric' }),
  cpuSystemSeconds: counter('redis_cpu_sys_seconds_total', { help: 'cpu_sys_seconds_total metric' }),

  connectedReplicas: gauge('redis_connected_slaves', { help: 'connected_slaves metric', unit: 'count' }),
  /** As the primary sees each replica. */
  replicaLag: gauge('redis_connected_slave_lag_seconds', { help: 'Lag of connected slave.', labels: replica }),
  /** As a replica sees its primary: 0 while the link is down. */
  masterLinkUp: gauge('redis_master_link_up', {
    help: 'Master link status on Redis slave.',
    unit: 'count',
    labels: master,
  }),

  lastSaveTime: gauge('redis_rdb_last_save_timestamp_seconds', { help: 'rdb_last_save_timestamp_seconds metric' }),
  lastSaveSucceeded: gauge('redis_rdb_last_bgsave_status', { help: 'rdb_last_bgsave_status metric', unit: 'count' }),
  changesSinceSave: gauge('redis_rdb_changes_since_last_save', {
    help: 'rdb_changes_since_last_save metric',
    unit: 'count',
  }),
  appendOnlyWriteSucceeded: gauge('redis_aof_last_write_status', {
    help: 'aof_last_write_status metric',
    unit: 'count',
  }),
  slowlogLength: gauge('redis_slowlog_length', { help: 'Total slowlog.', unit: 'count' }),
});

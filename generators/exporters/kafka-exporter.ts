/**
 * kafka_exporter of danielqsj: topics and the lag of consumer groups, as a client sees them.
 *
 * Source: https://github.com/danielqsj/kafka_exporter#metrics. The names are those of 1.10.0.
 */
import { gauge, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const topic = upTo(500, 'orders', '__consumer_offsets');
const partition = { topic, partition: upTo(100, '0') };
const consumergroup = upTo(200, 'billing');
const unit = 'count';

export const kafka = catalogue('kafka_exporter', {
  brokers: gauge('kafka_brokers', { help: 'Number of Brokers in the Kafka Cluster.', unit }),
  partitions: gauge('kafka_topic_partitions', {
    help: 'Number of partitions for this Topic.',
    unit,
    labels: { topic },
  }),
  /** The end of a partition. A gauge, because a topic that is made anew begins again; its rate is what is produced. */
  offset: gauge('kafka_topic_partition_current_offset', {
    help: 'Current Offset of a Broker at Topic/Partition.',
    unit,
    labels: partition,
  }),
  oldestOffset: gauge('kafka_topic_partition_oldest_offset', {
    help: 'Oldest Offset of a Broker at Topic/Partition.',
    unit,
    labels: partition,
  }),
  replicas: gauge('kafka_topic_partition_replicas', {
    help: 'Number of Replicas for this Topic/Partition.',
    unit,
    labels: partition,
  }),
  inSyncReplicas: gauge('kafka_topic_partition_in_sync_replica', {
    help: 'Number of In-Sync Replicas for this Topic/Partition.',
    unit,
    labels: partition,
  }),
  underReplicated: gauge('kafka_topic_partition_under_replicated_partition', {
    help: '1 if Topic/Partition is under Replicated.',
    unit,
    labels: partition,
  }),
  leaderIsPreferred: gauge('kafka_topic_partition_leader_is_preferred', {
    help: '1 if Topic/Partition is using the Preferred Broker.',
    unit,
    labels: partition,
  }),
  /** -1 for a partition of which the group has committed nothing. */
  groupOffset: gauge('kafka_consumergroup_current_offset', {
    help: 'Current Offset of a ConsumerGroup at Topic/Partition.',
    unit,
    labels: { consumergroup, ...partition },
  }),
  groupLag: gauge('kafka_consumergroup_lag', {
    help: 'Current Approximate Lag of a ConsumerGroup at Topic/Partition.',
    unit,
    labels: { consumergroup, ...partition },
  }),
  /** Messages that wait in all partitions of a topic: the figure to alert on. */
  groupLagSum: gauge('kafka_consumergroup_lag_sum', {
    help: 'Current Approximate Lag of a ConsumerGroup at Topic for all partitions.',
    unit,
    labels: { consumergroup, topic },
  }),
  /** 0 is a group that nobody works for. */
  groupMembers: gauge('kafka_consumergroup_members', {
    help: 'Amount of members in a consumer group.',
    unit,
    labels: { consumergroup },
  }),
});

/**
 * A Kafka broker, through the JMX exporter with the example configuration of its project.
 *
 * Source: https://github.com/prometheus/jmx_exporter/blob/main/examples/kafka-kraft-3_0_0.yml (how names are made) and
 * https://kafka.apache.org/documentation/#monitoring (what each MBean says). Another configuration makes other names: with
 * `lowercaseOutputName: false` they have capitals, with a `Value` rule they end in `_value`.
 *
 * What is counted by topic is exposed twice: for each topic, and with an empty `topic` for all of them. Choose one of the
 * two before adding up: `topic: /.+/`.
 */
import { counter, gauge, labelValues, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const topic = upTo(500, 'orders');
const request = upTo(80, 'Produce', 'FetchConsumer', 'FetchFollower', 'Metadata');
const unit = 'count';

export const kafkaBroker = catalogue('jmx_exporter', {
  /** 0 when all is well. */
  underReplicatedPartitions: gauge('kafka_server_replicamanager_underreplicatedpartitions', {
    help: 'Number of partitions with fewer in-sync replicas than replicas, led by this broker.',
    unit,
  }),
  /** Producers that want all replicas to acknowledge are refused here. */
  underMinIsrPartitions: gauge('kafka_server_replicamanager_underminisrpartitioncount', {
    help: 'Number of partitions with fewer in-sync replicas than min.insync.replicas.',
    unit,
  }),
  partitions: gauge('kafka_server_replicamanager_partitioncount', {
    help: 'Number of partitions on this broker.',
    unit,
  }),
  leaders: gauge('kafka_server_replicamanager_leadercount', {
    help: 'Number of partitions that this broker leads.',
    unit,
  }),
  isrShrinks: counter('kafka_server_replicamanager_isrshrinks_total', { help: 'Times that a replica fell behind.' }),
  isrExpands: counter('kafka_server_replicamanager_isrexpands_total', { help: 'Times that a replica caught up.' }),
  /** 1 on the controller that is active, 0 on the others; the sum over the cluster is 1. */
  activeController: gauge('kafka_controller_kafkacontroller_activecontrollercount', {
    help: 'Whether this is the active controller.',
    unit,
  }),
  /** Partitions that nobody leads can be neither read nor written. */
  offlinePartitions: gauge('kafka_controller_kafkacontroller_offlinepartitionscount', {
    help: 'Number of partitions without a leader, as the active controller sees it.',
    unit,
  }),
  /** Each one may have lost messages. */
  uncleanLeaderElections: counter('kafka_controller_controllerstats_uncleanleaderelections_total', {
    help: 'Times that a replica became leader that was not in sync.',
  }),

  messagesIn: counter('kafka_server_brokertopicmetrics_messagesin_total', {
    help: 'Messages received.',
    labels: { topic },
  }),
  bytesIn: counter('kafka_server_brokertopicmetrics_bytesin_total', {
    help: 'Bytes received from clients.',
    unit: 'bytes',
    labels: { topic },
  }),
  bytesOut: counter('kafka_server_brokertopicmetrics_bytesout_total', {
    help: 'Bytes sent to clients.',
    unit: 'bytes',
    labels: { topic },
  }),
  failedProduceRequests: counter('kafka_server_brokertopicmetrics_failedproducerequests_total', {
    help: 'Produce requests that failed.',
    labels: { topic },
  }),
  failedFetchRequests: counter('kafka_server_brokertopicmetrics_failedfetchrequests_total', {
    help: 'Fetch requests that failed.',
    labels: { topic },
  }),

  /** Computed by the broker, and a gauge for each quantile: neither averaged nor added up. */
  requestTime: gauge('kafka_network_requestmetrics_totaltimems', {
    help: 'Time that requests took, by quantile.',
    unit: 'milliseconds',
    labels: { request, quantile: labelValues('0.50', '0.75', '0.95', '0.98', '0.99', '0.999') },
  }),
  /** 1 is idle, 0 is saturated, in spite of `percent` in its name. */
  requestHandlersIdle: gauge('kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent', {
    help: 'Share of the time in which the request handlers have nothing to do.',
    unit: 'ratio',
  }),
});

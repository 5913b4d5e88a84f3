/**
 * cAdvisor as the kubelet serves it (`/metrics/cadvisor`): what containers use.
 *
 * Source: https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md (names, types) and
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/server/server.go (`containerPrometheusLabelsFunc`, which
 * chooses the labels). The names hold since Kubernetes 1.16, which replaced `pod_name` and `container_name` by `pod` and
 * `container`, unless a comment says later. A cAdvisor of its own carries the labels of the container runtime instead.
 *
 * Cgroups that belong to no container have an empty `container`, and the pod's total is such a one: choose
 * `container: /.+/` before adding up, or every byte counts twice. Scrape with `honor_labels: true`, which keeps `pod` and
 * `namespace` as they are.
 */
import { counter, gauge, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

/** One node holds 110 pods by default, https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const pod = upTo(110, 'web-5d9c7b6f4-abcde');
const namespace = upTo(50, 'default', 'kube-system');
/** Cgroup, image and name of the runtime: one for each container. */
const cgroup = { id: upTo(1, '/kubepods/burstable/pod1'), image: upTo(1, 'web:1.0'), name: upTo(1, 'k8s_web') };
const container = { container: upTo(5, 'web', 'sidecar'), namespace, pod, ...cgroup };
/** The network belongs to the pod: its series have an empty `container`. */
const network = { ...container, interface: upTo(4, 'eth0') };
const disk = { ...container, device: upTo(8, '/dev/sda') };

export const cadvisor = catalogue('cAdvisor', {
  /** `cpu` is `total`: the kubelet does not tell the CPUs apart. */
  cpuSeconds: counter('container_cpu_usage_seconds_total', {
    help: 'Cumulative cpu time consumed in seconds.',
    labels: { ...container, cpu: upTo(256, 'total') },
  }),
  cpuUserSeconds: counter('container_cpu_user_seconds_total', {
    help: 'Cumulative user cpu time consumed in seconds.',
    labels: container,
  }),
  cpuSystemSeconds: counter('container_cpu_system_seconds_total', {
    help: 'Cumulative system cpu time consumed in seconds.',
    labels: container,
  }),
  /** Periods of the scheduler, 100 ms each: only containers with a CPU limit have them. */
  cpuPeriods: counter('container_cpu_cfs_periods_total', {
    help: 'Number of elapsed enforcement period intervals.',
    labels: container,
  }),
  /** Its share of `cpuPeriods` says how often the limit held the container back. */
  cpuThrottledPeriods: counter('container_cpu_cfs_throttled_periods_total', {
    help: 'Number of throttled period intervals.',
    labels: container,
  }),
  cpuThrottledSeconds: counter('container_cpu_cfs_throttled_seconds_total', {
    help: 'Total time duration the container has been throttled.',
    labels: container,
  }),

  /** What the kubelet evicts by: usage without the page cache that can be dropped at once. */
  memoryWorkingSet: gauge('container_memory_working_set_bytes', {
    help: 'Current working set in bytes.',
    labels: container,
  }),
  memoryUsage: gauge('container_memory_usage_bytes', {
    help: 'Current memory usage in bytes, including all memory regardless of when it was accessed.',
    labels: container,
  }),
  memoryRss: gauge('container_memory_rss', { help: 'Size of RSS in bytes.', unit: 'bytes', labels: container }),
  memoryCache: gauge('container_memory_cache', {
    help: 'Number of bytes of page cache memory.',
    unit: 'bytes',
    labels: container,
  }),
  memoryLimitHits: unsuffixedCounter('container_memory_failcnt', {
    help: 'Number of memory usage hits limits.',
    labels: container,
  }),
  pageFaults: counter('container_memory_failures_total', {
    help: 'Cumulative count of memory allocation failures.',
    labels: {
      ...container,
      failure_type: labelValues('pgfault', 'pgmajfault'),
      scope: labelValues('container', 'hierarchy'),
    },
  }),
  /** The kubelet exposes it since Kubernetes 1.24. A container that is killed starts again, and its count with it. */
  oomEvents: counter('container_oom_events_total', {
    help: 'Count of out of memory events observed for the container.',
    labels: container,
  }),
  /** 0 where there is no limit. */
  memoryLimit: gauge('container_spec_memory_limit_bytes', {
    help: 'Memory limit for the container.',
    labels: container,
  }),
  /** Microseconds of CPU time in each period; the limit in cores is quota / period. */
  cpuQuota: gauge('container_spec_cpu_quota', {
    help: 'CPU quota of the container.',
    unit: 'count',
    labels: container,
  }),
  cpuPeriod: gauge('container_spec_cpu_period', {
    help: 'CPU period of the container.',
    unit: 'count',
    labels: container,
  }),

  networkReceivedBytes: counter('container_network_receive_bytes_total', {
    help: 'Cumulative count of bytes received.',
    labels: network,
  }),
  networkSentBytes: counter('container_network_transmit_bytes_total', {
    help: 'Cumulative count of bytes transmitted.',
    labels: network,
  }),
  networkReceiveErrors: counter('container_network_receive_errors_total', {
    help: 'Cumulative count of errors encountered while receiving.',
    labels: network,
  }),
  networkTransmitErrors: counter('container_network_transmit_errors_total', {
    help: 'Cumulative count of errors encountered while transmitting.',
    labels: network,
  }),
  networkReceiveDrops: counter('container_network_receive_packets_dropped_total', {
    help: 'Cumulative count of packets dropped while receiving.',
    labels: network,
  }),
  networkTransmitDrops: counter('container_network_transmit_packets_dropped_total', {
    help: 'Cumulative count of packets dropped while transmitting.',
    labels: network,
  }),

  filesystemUsage: gauge('container_fs_usage_bytes', {
    help: 'Number of bytes that are consumed by the container on this filesystem.',
    labels: disk,
  }),
  filesystemReadBytes: counter('container_fs_reads_bytes_total', {
    help: 'Cumulative count of bytes read.',
    labels: disk,
  }),
  filesystemWrittenBytes: counter('container_fs_writes_bytes_total', {
    help: 'Cumulative count of bytes written.',
    labels: disk,
  }),
  /** A time of day in spite of its name. */
  startTime: gauge('container_start_time_seconds', {
    help: 'Start time of the container since unix epoch in seconds.',
    unit: 'timestamp',
    labels: container,
  }),
  /** A time of day: a container that is gone stays here until it is forgotten. */
  lastSeen: gauge('container_last_seen', {
    help: 'Last time a container was seen by the exporter.',
    unit: 'timestamp',
    labels: container,
  }),
});

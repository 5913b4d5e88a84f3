/**
 * node_exporter: a Linux machine.
 *
 * Source: https://github.com/prometheus/node_exporter/blob/v1.5.0/collector/fixtures/e2e-output.txt, and the exposition of
 * 1.5.0 itself. The names hold since 0.16.0 (https://github.com/prometheus/node_exporter/blob/master/docs/V0_16_UPGRADE_GUIDE.md)
 * unless a comment says later. All collectors named here run by default.
 *
 * The sizes of open labels are those of a large machine: 256 CPUs, 64 disks.
 */
import { counter, gauge, info, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const cpu = upTo(256, '0', '1');
const device = upTo(64, 'sda', 'nvme0n1');
const network = upTo(64, 'eth0', 'lo');
/** A file system has one device and one type. Since 1.9.0 there is `device_error` too, empty where all is well. */
const filesystem = {
  device: upTo(1, '/dev/sda1'),
  fstype: upTo(1, 'ext4'),
  mountpoint: upTo(64, '/', '/var'),
};

export const node = catalogue('node_exporter', {
  /** Time of each CPU in each mode; the modes of one CPU add up to one second a second. */
  cpuSeconds: counter('node_cpu_seconds_total', {
    help: 'Seconds the CPUs spent in each mode.',
    labels: { cpu, mode: labelValues('idle', 'iowait', 'irq', 'nice', 'softirq', 'steal', 'system', 'user') },
  }),
  load1: gauge('node_load1', { help: '1m load average.', unit: 'count' }),
  load5: gauge('node_load5', { help: '5m load average.', unit: 'count' }),
  load15: gauge('node_load15', { help: '15m load average.', unit: 'count' }),
  contextSwitches: counter('node_context_switches_total', { help: 'Total number of context switches.' }),
  interrupts: counter('node_intr_total', { help: 'Total number of interrupts serviced.' }),
  procsRunning: gauge('node_procs_running', { help: 'Number of processes in runnable state.', unit: 'count' }),
  procsBlocked: gauge('node_procs_blocked', {
    help: 'Number of processes blocked waiting for I/O to complete.',
    unit: 'count',
  }),

  memoryTotal: gauge('node_memory_MemTotal_bytes', { help: 'Memory information field MemTotal_bytes.' }),
  /** What can be given to new processes without swapping: the figure to alert on. */
  memoryAvailable: gauge('node_memory_MemAvailable_bytes', { help: 'Memory information field MemAvailable_bytes.' }),
  memoryFree: gauge('node_memory_MemFree_bytes', { help: 'Memory information field MemFree_bytes.' }),
  memoryCached: gauge('node_memory_Cached_bytes', { help: 'Memory information field Cached_bytes.' }),
  memoryBuffers: gauge('node_memory_Buffers_bytes', { help: 'Memory information field Buffers_bytes.' }),
  swapTotal: gauge('node_memory_SwapTotal_bytes', { help: 'Memory information field SwapTotal_bytes.' }),
  swapFree: gauge('node_memory_SwapFree_bytes', { help: 'Memory information field SwapFree_bytes.' }),
  /** With a kernel of 4.13 or newer. */
  oomKills: unsuffixedCounter('node_vmstat_oom_kill', {
    help: '/proc/vmstat information field oom_kill.',
    exposedAs: 'untyped',
  }),
  majorPageFaults: unsuffixedCounter('node_vmstat_pgmajfault', {
    help: '/proc/vmstat information field pgmajfault.',
    exposedAs: 'untyped',
  }),

  /** Pressure stall information: since 0.18.0, with a kernel of 4.20 or newer that has CONFIG_PSI. */
  cpuWaitingSeconds: counter('node_pressure_cpu_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited for CPU time.',
  }),
  memoryWaitingSeconds: counter('node_pressure_memory_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited for memory.',
  }),
  memoryStalledSeconds: counter('node_pressure_memory_stalled_seconds_total', {
    help: 'Total time in seconds no process could make progress due to memory congestion.',
  }),
  ioWaitingSeconds: counter('node_pressure_io_waiting_seconds_total', {
    help: 'Total time in seconds that processes have waited due to IO congestion.',
  }),
  ioStalledSeconds: counter('node_pressure_io_stalled_seconds_total', {
    help: 'Total time in seconds no process could make progress due to IO congestion.',
  }),

  filesystemSize: gauge('node_filesystem_size_bytes', { help: 'Filesystem size in bytes.', labels: filesystem }),
  /** What processes without privileges can still write: the figure to alert on. */
  filesystemAvailable: gauge('node_filesystem_avail_bytes', {
    help: 'Filesystem space available to non-root users in bytes.',
    labels: filesystem,
  }),
  filesystemInodes: gauge('node_filesystem_files', {
    help: 'Filesystem total file nodes.',
    unit: 'count',
    labels: filesystem,
  }),
  filesystemInodesFree: gauge('node_filesystem_files_free', {
    help: 'Filesystem total free file nodes.',
    unit: 'count',
    labels: filesystem,
  }),
  filesystemReadonly: gauge('node_filesystem_readonly', {
    help: 'Filesystem read-only status.',
    unit: 'count',
    labels: filesystem,
  }),
  /** 1 where the file system could not be asked. */
  filesystemDeviceError: gauge('node_filesystem_device_error', {
    help: 'Whether an error occurred while getting statistics for the given device.',
    unit: 'count',
    labels: filesystem,
  }),

  /** Its rate is the share of the time in which the disk was busy. */
  diskIoSeconds: counter('node_disk_io_time_seconds_total', {
    help: 'Total seconds spent doing I/Os.',
    labels: { device },
  }),
  /** Its rate is the mean length of the queue. */
  diskIoWeightedSeconds: counter('node_disk_io_time_weighted_seconds_total', {
    help: 'The weighted # of seconds spent doing I/Os.',
    labels: { device },
  }),
  diskReadBytes: counter('node_disk_read_bytes_total', {
    help: 'The total number of bytes read successfully.',
    labels: { device },
  }),
  diskWrittenBytes: counter('node_disk_written_bytes_total', {
    help: 'The total number of bytes written successfully.',
    labels: { device },
  }),
  diskReads: counter('node_disk_reads_completed_total', {
    help: 'The total number of reads completed successfully.',
    labels: { device },
  }),
  diskWrites: counter('node_disk_writes_completed_total', {
    help: 'The total number of writes completed successfully.',
    labels: { device },
  }),

  networkReceivedBytes: counter('node_network_receive_bytes_total', {
    help: 'Network device statistic receive_bytes.',
    labels: { device: network },
  }),
  networkSentBytes: counter('node_network_transmit_bytes_total', {
    help: 'Network device statistic transmit_bytes.',
    labels: { device: network },
  }),
  networkReceiveErrors: counter('node_network_receive_errs_total', {
    help: 'Network device statistic receive_errs.',
    labels: { device: network },
  }),
  networkTransmitErrors: counter('node_network_transmit_errs_total', {
    help: 'Network device statistic transmit_errs.',
    labels: { device: network },
  }),
  networkReceiveDrops: counter('node_network_receive_drop_total', {
    help: 'Network device statistic receive_drop.',
    labels: { device: network },
  }),
  networkTransmitDrops: counter('node_network_transmit_drop_total', {
    help: 'Network device statistic transmit_drop.',
    labels: { device: network },
  }),
  networkUp: gauge('node_network_up', {
    help: "Value is 1 if operstate is 'up', 0 otherwise.",
    unit: 'count',
    labels: { device: network },
  }),

  filesOpen: gauge('node_filefd_allocated', { help: 'File descriptor statistics: allocated.', unit: 'count' }),
  filesMaximum: gauge('node_filefd_maximum', { help: 'File descriptor statistics: maximum.', unit: 'count' }),
  conntrackEntries: gauge('node_nf_conntrack_entries', {
    help: 'Number of currently allocated flow entries for connection tracking.',
    unit: 'count',
  }),
  conntrackLimit: gauge('node_nf_conntrack_entries_limit', {
    help: 'Maximum size of connection tracking table.',
    unit: 'count',
  }),

  /** 1 while the clock follows a server. */
  clockSynchronised: gauge('node_timex_sync_status', {
    help: 'Is clock synchronized to a reliable server (1 = yes, 0 = no).',
    unit: 'count',
  }),
  clockOffset: gauge('node_timex_offset_seconds', {
    help: 'Time offset in between local system and reference clock.',
  }),
  /** A time of day in spite of its name. */
  bootTime: gauge('node_boot_time_seconds', { help: 'Node boot time, in unixtime.', unit: 'timestamp' }),
  uname: info('node_uname_info', {
    help: 'Labeled system information as provided by the uname system call.',
    labels: {
      domainname: upTo(1, '(none)'),
      machine: upTo(1, 'x86_64'),
      nodename: upTo(1, 'web-1'),
      release: upTo(1, '6.1.0-18-amd64'),
      sysname: upTo(1, 'Linux'),
      version: upTo(1, '#1 SMP PREEMPT_DYNAMIC'),
    },
  }),
});

/** Typed from the document, table by table; nothing here is read from the definitions. */

/** How a figure is measured: what its recording says, and the unit that Grafana has for it. */
export const measuredIn = {
  share: { recorded: 'ratio', drawn: 'percentunit' },
  count: { recorded: 'count', drawn: 'short' },
  'events per second': { recorded: 'rate', drawn: 'cps' },
} as const;

/**
 * "Utilization, Saturation, Errors (USE) - Infrastructure": what the table says, the title under which the board shows it, and
 * what a number of it is. Redis tells the CPU time that it used and not of how much: its CPU is in cores.
 */
export const use = [
  {
    unit: 'api-servers',
    utilisation: [
      ['CPU %', 'CPU', 'share'],
      ['Memory %', 'Memory', 'share'],
    ],
    saturation: [['Request queue depth', 'Requests waiting', 'count']],
    errors: [
      ['5xx rate', '5xx', 'share'],
      ['timeout rate', 'Timeouts', 'share'],
    ],
  },
  {
    unit: 'inference-gpus',
    utilisation: [
      ['GPU %', 'GPU', 'share'],
      ['VRAM %', 'VRAM of the fullest GPU', 'share'],
    ],
    saturation: [['Inference queue depth', 'Inferences waiting', 'count']],
    errors: [
      ['Model errors', 'Model errors', 'events per second'],
      ['OOM', 'Out of memory', 'events per second'],
    ],
  },
  {
    unit: 'database',
    utilisation: [
      ['CPU %', 'CPU', 'share'],
      ['Disk I/O %', 'Disk I/O, busiest disk', 'share'],
    ],
    saturation: [['Connection pool usage', 'Connection pool', 'share']],
    errors: [
      ['Query errors', 'Query errors', 'share'],
      ['deadlocks', 'Deadlocks', 'events per second'],
    ],
  },
  {
    unit: 'cache',
    utilisation: [
      ['Memory %', 'Memory', 'share'],
      ['CPU %', 'CPU cores in user mode', 'count'],
    ],
    saturation: [['Eviction rate', 'Evictions', 'events per second']],
    errors: [['Connection errors', 'Connection errors', 'events per second']],
  },
  {
    unit: 'cdn',
    utilisation: [['Bandwidth %', 'Bandwidth', 'share']],
    saturation: [['Cache fill rate', 'Cache fill rate', 'events per second']],
    errors: [
      ['Origin errors', 'Origin errors', 'share'],
      ['4xx', '4xx', 'share'],
      ['5xx', '5xx', 'share'],
    ],
  },
  {
    unit: 'message-queue',
    utilisation: [
      ['Disk %', 'Disk', 'share'],
      ['CPU %', 'CPU', 'share'],
    ],
    saturation: [['Consumer lag', 'Consumer lag', 'count']],
    errors: [['Publish failures', 'Publish failures', 'share']],
  },
] as const;

/**
 * "Business Metrics". `target` in the base unit of its panel; the revenue's is "$X M", which finance exposes, so that the limit
 * is on the share of it. `says` is the end of the alert's expression. The product team owns them all.
 */
export const business = [
  { title: 'Daily active users', target: 1_120_000_000, alert: 'BusinessDailyUsersLow', says: '< 1000000000' },
  { title: 'Session duration', target: 600, alert: 'BusinessSessionLow', says: '< 480' },
  { title: 'Videos watched per session', target: 30, alert: 'BusinessVideosPerSessionLow', says: '< 20' },
  { title: 'Upload success rate', target: 0.995, alert: 'BusinessUploadSuccessLow', says: '< 0.99' },
  { title: 'FYP engagement rate', target: 0.15, alert: 'BusinessEngagementLow', says: '< 0.12' },
  {
    title: 'Live gift revenue',
    target: 'gift_revenue_daily_target_usd',
    alert: 'BusinessGiftRevenueVersusTargetMissed',
    says: '< 0.8',
  },
  { title: 'Creator retention', target: 0.83, alert: 'BusinessCreatorRetentionLow', says: '< 0.75' },
] as const;

export const businessOwner = 'product';

/** "FYP-Specific Metrics": the target in words, as a label has it, and as a line. */
export const feedMetrics = [
  { title: 'Inference latency (p99)', target: '50ms', line: 0.05, importance: 'critical' },
  { title: 'Watch time per FYP video', target: '25s', line: 25, importance: 'high' },
  { title: 'Completion rate', target: '30%', line: 0.3, importance: 'high' },
  { title: 'Rewatch rate', target: '15%', line: 0.15, importance: 'medium' },
  { title: 'Exploration success', target: '10%', line: 0.1, importance: 'medium' },
  { title: 'Diversity score', target: '8', line: 8, importance: 'medium' },
  { title: 'Cold start accuracy', target: '70%', line: 0.7, importance: 'high' },
] as const;

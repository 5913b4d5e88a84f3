/** Typed from the two drawings of the document; nothing here is read from the definitions. */

/** "Tier 1: Executive Dashboard": the six tiles, and what stands below each number. */
export const tiles = [
  { title: 'Active users', below: 'vs last week' },
  { title: 'Videos served per hour', below: 'vs last week' },
  { title: 'Upload rate', below: 'vs last week' },
  { title: 'FYP latency p99', below: 'Under SLO' },
  { title: 'Error rate', below: 'Under SLO' },
  { title: 'Live streams', below: 'vs last week' },
] as const;

/** "ENGAGEMENT TREND (24h)" */
export const trend = {
  title: 'Engagement trend',
  from: 'now-24h',
  figures: ['Sessions per hour', 'Watch time per hour', 'Interactions per hour'],
} as const;

/** "REGIONAL STATUS" */
export const regions = ['us-east', 'us-west', 'eu-west', 'apac', 'latam'] as const;

/**
 * "Tier 2: Engineering Dashboard": the boxes with what each shows, and the unit that Grafana has for it. A version and whether it
 * can be taken back are words.
 */
export const engineering = [
  { box: 'Request rate', shows: { 'Request rate': 'reqps' } },
  { box: 'Latency distribution', shows: { p50: 's', p90: 's', p99: 's', max: 's' } },
  {
    box: 'Error breakdown',
    shows: {
      '5xx': 'percentunit',
      Timeouts: 'percentunit',
      'ML failures': 'percentunit',
      'all errors': 'percentunit',
    },
  },
  {
    box: 'Cache performance',
    shows: {
      'L1 (client)': 'percentunit',
      'L2 (Redis)': 'percentunit',
      'L3 (feature)': 'percentunit',
      Overall: 'percentunit',
    },
  },
  { box: 'ML inference', shows: { Retrieval: 's', Ranking: 's', 'Re-ranking': 's', Total: 's' } },
  {
    box: 'Feature store',
    shows: { 'User lookups': 'cps', 'Video lookups': 'cps', 'Latency p99': 's', 'Error rate': 'percentunit' },
  },
  {
    box: 'Deployment status',
    shows: { 'Current version': 'none', Canary: 'percentunit', 'Since the last deployment': 's', Rollback: 'none' },
  },
  {
    box: 'Capacity',
    shows: { Pods: 'percentunit', CPU: 'percentunit', Memory: 'percentunit', GPU: 'percentunit' },
  },
] as const;

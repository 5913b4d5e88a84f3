/** Typed from the document, table by table; nothing here is read from the definitions. */

/** "Rate, Errors, Duration (RED) - Services"; times also as the seconds that a threshold line has. */
export const red = [
  { unit: 'fyp-service', uid: 'fyp-overview', peak: 150_000, errors: 0.001, p50: '20ms', p99: '50ms', seconds: 0.05 },
  { unit: 'video-upload', peak: 800, errors: 0.01, p50: '5s', p99: '30s', seconds: 30 },
  { unit: 'interactions', peak: 500_000, errors: 0.0001, p50: '10ms', p99: '50ms', seconds: 0.05 },
  { unit: 'live-stream-start', peak: 10_000, errors: 0.005, p50: '500ms', p99: '2s', seconds: 2 },
  { unit: 'search', peak: 50_000, errors: 0.001, p50: '30ms', p99: '100ms', seconds: 0.1 },
  { unit: 'gift-processing', peak: 100_000, errors: 0.00001, p50: '50ms', p99: '200ms', seconds: 0.2 },
] as const;

/** The same targets in the words of a page. */
export const redWords = {
  'fyp-service': ['150,000 requests per second', '0.1% errors'],
  'video-upload': ['800 requests per second', '1% errors'],
  interactions: ['500,000 requests per second', '0.01% errors'],
  'live-stream-start': ['10,000 requests per second', '0.5% errors'],
  search: ['50,000 requests per second', '0.1% errors'],
  'gift-processing': ['100,000 requests per second', '0.001% errors'],
} as const;

/** "Alert Severity Levels". */
export const severities = [
  { id: 'P1', title: 'Critical', respondMs: 5 * 60_000, within: '5m', ways: ['page', 'chat'] },
  { id: 'P2', title: 'High', respondMs: 15 * 60_000, within: '15m', ways: ['page'] },
  { id: 'P3', title: 'Medium', respondMs: 60 * 60_000, within: '1h', ways: ['chat'] },
  { id: 'P4', title: 'Low', respondMs: 4 * 60 * 60_000, within: '4h', ways: ['ticket'] },
] as const;

/**
 * "Key Alerts". `says` is the end of the expression; `acts` are the words of "Action", in the order of the first steps that
 * hold them; for the database in the order of the document's own runbook. Where it gives no duration, ours is noted in the
 * stack's README.
 */
export const keyAlerts = [
  { alert: 'FYPLatencyHigh', says: '> 0.06', for: '5m', severity: 'P2', acts: ['ML inference', 'feature store'] },
  { alert: 'FYPErrorRateHigh', says: '> 0.01', for: '2m', severity: 'P1', acts: ['dependencies', 'Roll back'] },
  { alert: 'UploadFailures', says: '> 0.05', for: '5m', severity: 'P2', acts: ['storage', 'transcoding'] },
  { alert: 'CDNErrorRate', says: '> 0.02', for: '5m', severity: 'P2', acts: ['origin', 'Fail over'] },
  {
    alert: 'DatabaseLatency',
    says: '> 0.1',
    for: '5m',
    severity: 'P2',
    acts: ['query caching', 'replicas', 'slow queries'],
  },
  { alert: 'CacheHitRate', says: '< 0.8', for: '10m', severity: 'P3', acts: ['eviction', 'Scale'] },
  { alert: 'GiftProcessingFailure', says: '> 0', for: undefined, severity: 'P1', acts: ['Investigate at once'] },
  { alert: 'LiveStreamFailures', says: '> 0.01', for: '5m', severity: 'P2', acts: ['transcoding capacity'] },
  { alert: 'RegionalHealth', says: '>= 3', for: undefined, severity: 'P1', acts: ['Verify health', 'DNS update'] },
  { alert: 'MLModelDrift', says: '< -0.05', for: '30m', severity: 'P3', acts: ['Investigate', 'Retrain'] },
] as const;

/** "Runbook References": the key steps, in order. */
export const runbooks = [
  {
    page: 'fyp-service/fyp-latency',
    steps: ['Check ML inference latency', 'Check the feature store', 'Reduce the candidate pool'],
  },
  {
    page: 'video-upload/upload-failures',
    steps: ['Check blob storage', 'Check the transcoding queue', 'Scale the workers'],
  },
  { page: 'database/db-overload', steps: ['Enable query caching', 'Add read replicas', 'Identify slow queries'] },
  { page: 'regional-health/regional-failover', steps: ['Verify health', 'DNS update', 'Scale the target region'] },
] as const;

/**
 * "SLO Dashboard". A time as target is promised for 99 % of the requests, which is what a p99 says; `within` is that time in
 * seconds, as the bucket's label has it.
 */
export const slos = [
  { title: 'FYP Availability', unit: 'fyp-service', slo: 'availability', objective: 0.9999 },
  { title: 'FYP Latency p99', unit: 'fyp-service', slo: 'latency', objective: 0.99, within: '0.05' },
  { title: 'Upload Success Rate', unit: 'video-upload', slo: 'success', objective: 0.995 },
  { title: 'Video Start Time', unit: 'video-playback', slo: 'startTime', objective: 0.99, within: '0.15' },
  { title: 'Gift Processing Success', unit: 'gift-processing', slo: 'success', objective: 0.9999 },
  { title: 'Live Stream Start', unit: 'live-stream-start', slo: 'success', objective: 0.999 },
] as const;

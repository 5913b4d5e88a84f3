/** What may be said: the public surface of the package `signalbox`. */
export type { Unit } from '../policy/units.ts';
export { type Alert, type AlertInput, alert, type Signal } from './alert.ts';
export {
  type Beside,
  type ExistingDashboard,
  type ExternalAlerts,
  existingDashboard,
  externalAlerts,
} from './beside.ts';
export {
  age,
  before,
  busiest,
  busy,
  increase,
  lift,
  oneMinus,
  per,
  ratioOf,
  spentOf,
} from './composed-values.ts';
export { above, any, below, type Condition, failsTimes, falling, outside, rising, silent } from './conditions.ts';
export {
  type Evaluator,
  type MimirInput,
  type MimirLimits,
  mimir,
  type PrometheusInput,
  prometheus,
} from './evaluator.ts';
export { type Executive, type ExecutiveInput, executive, type Tile } from './executive.ts';
export { type Infrastructure, type InfrastructureInput, infrastructure, type Measures } from './infrastructure.ts';
export {
  type DisplayedKpi,
  type DisplayedKpiInput,
  displayedKpi,
  type Importance,
  type Kpi,
  type KpiGroup,
  type KpiGroupInput,
  type KpiInput,
  kpi,
  kpiGroup,
  type Reference,
} from './kpi.ts';
export {
  httpStatus,
  type LabelSpec,
  type LabelValues,
  labelValues,
  type Not,
  not,
  type Selector,
  upTo,
  type Where,
} from './labels.ts';
export { type Limit, type Limits, type Measure, type MeasureInput, measure } from './measure.ts';
export {
  type Counter,
  counter,
  type ExposedAs,
  type Gauge,
  gauge,
  type Histogram,
  histogram,
  type Info,
  info,
  type Metric,
  type NativeHistogram,
  nativeHistogram,
  type Summary,
  summary,
  unsuffixedCounter,
} from './metrics.ts';
export type { Bytes, Celsius, Dollars, Duration, Percent, Rate, Threshold } from './quantities.ts';
export { part, promql, proved } from './raw.ts';
export type { Proof } from './raw-condition.ts';
export {
  type Cause,
  type ExistingRunbookInput,
  existingRunbook,
  type Runbook,
  type RunbookInput,
  runbook,
  type Step,
} from './runbook.ts';
export {
  type Deployment,
  type Expected,
  type External,
  type ExternalInput,
  external,
  type Service,
  type ServiceInput,
  service,
  type Tier,
} from './service.ts';
export { type Notification, type Severity, type SeverityInput, severity } from './severity.ts';
export {
  type AvailabilityInput,
  availability,
  type FreshnessInput,
  freshness,
  type LatencyInput,
  latency,
  nativeLatency,
  type RatioInput,
  ratio,
  type Slo,
  type TimeSliceInput,
  timeSlice,
  type UptimeInput,
  uptime,
} from './slos.ts';
export {
  type AlertmanagerInput,
  type BurnSeverities,
  type GrafanaInput,
  type Heartbeat,
  type HeartbeatInput,
  heartbeat,
  type Stack,
  type StackInput,
  stack,
  type Waiver,
} from './stack.ts';
export { email, pagerduty, type Receiver, slack, type Team, type TeamInput, team, webhook } from './team.ts';
export {
  average,
  clientQuantile,
  highest,
  lowest,
  mean,
  p50,
  p90,
  p95,
  p99,
  p999,
  quantile,
  type Reading,
  rate,
  share,
  total,
  type Value,
} from './values.ts';

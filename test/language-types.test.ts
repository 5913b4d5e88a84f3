/**
 * The promises to the author, one refusal each: what is wrong does not compile. TypeScript is the judge (`make check`);
 * a promise that is broken shows as an unused `@ts-expect-error`.
 */
import * as s from 'signalbox';
import { expect, test } from 'vitest';

const region = s.labelValues('us-east', 'us-west');
const requests = s.counter('http_requests_total', { help: 'Requests.', labels: { region, status: s.httpStatus } });
const duration = s.histogram('http_request_duration_seconds', {
  help: 'Time.',
  labels: { region },
  buckets: ['10ms', '50ms', '60ms', '100ms'],
});
const depth = s.gauge('queue_depth', { help: 'Waiting.', unit: 'count', labels: { region } });
const feed = s.team({ id: 'feed', title: 'Feed', receivers: {} });
const P2 = s.severity({ id: 'P2', title: 'High', responseWithin: '15m', notify: ['page'] });
const slow = s.runbook({ id: 'slow', title: 'Slow', firstSteps: ['Look.'] });
const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: slow } as const;
const told = { for: '5m', severity: P2, impact: 'Slow.', runbook: slow } as const;

test('labels', () => {
  requests.where({ region: 'us-east', status: /5../ });
  requests.where({ region: ['us-east', 'us-west'], status: '500' });
  // @ts-expect-error a misspelt label
  requests.where({ regoin: 'us-east' });
  // @ts-expect-error a misspelt value of a closed label
  requests.where({ region: 'us-eats' });
  // @ts-expect-error a label kept that the series do not carry
  s.p99(duration, { by: ['status'] });
  expect(requests.where({ region: 'us-east' }).matchers).toEqual([{ label: 'region', op: '=', value: 'us-east' }]);
});

test('labels that every series has', () => {
  requests.where({ job: 'shop', instance: /10\..*/ });
  depth.where({ job: ['shop', 'till'], instance: s.not('a:9090') });
  s.p99(duration.where({ job: 'shop' }), { by: ['region'] });
  // @ts-expect-error a misspelt job
  requests.where({ jobs: 'shop' });
  // @ts-expect-error a number for a job
  requests.where({ job: 5 });
  // @ts-expect-error a metric that declares which jobs there are takes no other
  s.gauge('till_open', { help: 'Open.', unit: 'count', labels: { job: s.labelValues('till') } }).where({ job: 'shop' });
  expect(requests.where({ job: 'shop' }).matchers).toEqual([{ label: 'job', op: '=', value: 'shop' }]);
});

test('metrics', () => {
  s.rate(requests);
  // @ts-expect-error the rate of a gauge
  s.rate(depth);
  // @ts-expect-error a counter's name ends in _total
  s.counter('http_requests', { help: 'Requests.' });
  // @ts-expect-error a gauge whose name says no unit must say it
  s.gauge('queue_depth', { help: 'Waiting.' });
  // @ts-expect-error a bucket in another unit
  s.histogram('size_bytes', { help: 'Size.', buckets: ['10ms'] });
  // @ts-expect-error a quantile of a gauge
  s.p99(depth);
  // @ts-expect-error a quantile that the client does not compute
  s.clientQuantile('0.95', s.summary('rpc_seconds', { help: 'Time.', quantiles: { '0.5': true, '0.99': true } }));
});

test('thresholds', () => {
  s.above(s.p99(duration), '60ms');
  s.above(s.share(requests.where({ status: '500' }), requests), '1%');
  s.below(s.total(depth), 30);
  // @ts-expect-error a threshold without a unit
  s.above(s.p99(duration), 60);
  // @ts-expect-error a threshold in another unit
  s.above(s.p99(duration), '1%');
  // @ts-expect-error a share needs a percentage
  s.above(s.share(requests, requests), 0.01);
});

test('SLOs', () => {
  s.latency(duration, { ...promise, within: '50ms' });
  s.availability(requests, { ...promise, bad: requests.where({ status: /5../ }), per: ['region'] });
  // @ts-expect-error a threshold that is not a bucket
  s.latency(duration, { ...promise, within: '55ms' });
  // @ts-expect-error a number as objective
  s.latency(duration, { ...promise, within: '50ms', objective: 99.9 });
  // @ts-expect-error availability without what is bad
  s.availability(requests, promise);
  // @ts-expect-error a scope that the series do not carry
  s.latency(duration, { ...promise, within: '50ms', per: ['status'] });
  const silent = { objective: '99.9%', window: '30d', runbook: slow } as const;
  // @ts-expect-error what no traffic means is a decision
  s.availability(requests, { ...silent, bad: requests });
  s.availability(duration, { ...promise, bad: duration.where({ region: 'us-east' }) });
  // @ts-expect-error a gauge counts no events
  s.availability(requests, { ...promise, bad: depth });
});

test('alerts', () => {
  s.alert({ when: s.above(s.p99(duration), '60ms'), ...told });
  // @ts-expect-error a forgotten runbook
  s.alert({ when: s.any(requests), severity: P2, impact: 'Lost.' });
  // @ts-expect-error raw PromQL without its proof
  s.alert({ when: s.promql('count')`up == 0`, ...told });
  // @ts-expect-error the severity is a value, not a string
  s.alert({ when: s.any(requests), ...told, severity: 'P2' });
});

test('services', () => {
  const ranking = s.service({ id: 'ranking', title: 'Ranking', team: feed, tier: 'high', dependsOn: () => [home] });
  const home: s.Service = s.service({
    id: 'home',
    title: 'Home',
    team: feed,
    tier: 'high',
    dependsOn: () => [ranking],
  });
  s.service({
    id: 'a',
    title: 'A',
    team: feed,
    tier: 'high',
    selector: { app: ['a', 'b'], env: s.not('x'), zone: /a.*/ },
  });
  // @ts-expect-error a number for a label's value
  s.service({ id: 'a', title: 'A', team: feed, tier: 'high', selector: { app: 1 } });
  // @ts-expect-error an array of dependencies
  s.service({ id: 'a', title: 'A', team: feed, tier: 'high', dependsOn: [ranking] });
  // @ts-expect-error a string for a team
  s.service({ id: 'a', title: 'A', team: 'feed', tier: 'high' });
  // @ts-expect-error an unknown key
  s.service({ id: 'a', title: 'A', team: feed, tier: 'high', onwer: feed });
  expect(home.dependsOn?.()).toEqual([ranking]);
});

test('resources and groups of KPIs', () => {
  const unit = { id: 'a', title: 'A', team: feed } as const;
  const waiting = s.measure(s.total(depth), { title: 'Waiting' });
  const reach = s.kpi(s.total(depth), { title: 'Reach', better: 'up', importance: 'low' });
  const queue: s.Infrastructure = s.infrastructure({ ...unit, tier: 'high', saturation: { waiting } });
  s.service({ ...unit, tier: 'high', dependsOn: () => [queue] });
  s.infrastructure({ ...unit, tier: 'high', dependsOn: () => [queue, s.external({ id: 'b', title: 'B' })] });
  s.kpiGroup({ ...unit, kpis: { reach } });
  // @ts-expect-error a resource says how much is lost with it
  s.infrastructure({ ...unit, saturation: { waiting } });
  // @ts-expect-error a value without a title
  s.infrastructure({ ...unit, tier: 'high', saturation: { waiting: s.total(depth) } });
  // @ts-expect-error a KPI of a resource
  s.infrastructure({ ...unit, tier: 'high', saturation: { reach } });
  // @ts-expect-error a measure among KPIs
  s.kpiGroup({ ...unit, kpis: { waiting } });
  // @ts-expect-error nothing depends on figures of the business
  s.service({ ...unit, tier: 'high', dependsOn: () => [s.kpiGroup({ ...unit, kpis: {} })] });
  // @ts-expect-error a KPI without the way that is good
  s.kpi(s.total(depth), { title: 'Reach', importance: 'low' });
  // @ts-expect-error a limit without a time
  s.measure(s.total(depth), { title: 'Waiting', limits: { high: { ...told, for: undefined, above: 5 } } });
  expect(queue.saturation?.waiting?.value).toBe(waiting.value);
});

test('what a service draws', () => {
  const unit = { id: 'a', title: 'A', team: feed, tier: 'high' } as const;
  const ratio = s.share(requests.where({ status: '500' }), requests);
  s.service({ ...unit, stages: { All: s.p99(duration) }, caches: { L1: ratio }, capacity: { Pods: ratio } });
  s.service({ ...unit, sections: { Queue: { Waiting: s.total(depth), Share: ratio } } });
  // @ts-expect-error a stage takes time
  s.service({ ...unit, stages: { All: ratio } });
  // @ts-expect-error a cache answers a share
  s.service({ ...unit, caches: { L1: s.rate(requests) } });
  // @ts-expect-error what limits it is in use by a share
  s.service({ ...unit, capacity: { Pods: s.total(depth) } });
  // @ts-expect-error a section has figures by title
  s.service({ ...unit, sections: { Waiting: s.total(depth) } });
  // @ts-expect-error a version is read from a label
  s.service({ ...unit, deployment: { instances: depth } });
  expect(ratio.unit).toBe('ratio');
});

test('counters by what they count', () => {
  const questions = s.unsuffixedCounter('mysql_global_status_questions', { help: 'Statements.' });
  const temporary = s.unsuffixedCounter('pg_stat_database_temp_bytes', { help: 'Temporary files.' });
  s.above(s.rate(questions), '800/s');
  s.above(s.rate(temporary), '120MiB/s');
  // @ts-expect-error bytes are not events
  s.above(s.rate(temporary), '800/s');
  expect([questions.unit, temporary.unit]).toEqual(['count', 'bytes']);
});

test('times in milliseconds are written like all times', () => {
  const time = s.histogram('upstream_time', { help: 'Time.', unit: 'milliseconds', buckets: ['50ms', '1s'] });
  s.latency(time, { ...promise, within: '1s' });
  s.above(s.p99(time), '60ms');
  // @ts-expect-error a threshold that is not a bucket
  s.latency(time, { ...promise, within: '60ms' });
  expect(s.p99(time).unit).toBe('milliseconds');
});

test('figures with limits', () => {
  const users = s.gauge('daily_users', { help: 'Users.', unit: 'count' });
  const planned = s.gauge('planned_users', { help: 'Planned.', unit: 'count' });
  const spent = s.counter('cost_usd_total', { help: 'Cost.' });
  const size = s.gauge('memory_size_bytes', { help: 'Memory.' });
  const used = s.gauge('memory_used_bytes', { help: 'Memory in use.' });
  const base = { title: 'Users', better: 'up', importance: 'high' } as const;
  s.kpi(s.highest(users), { ...base, target: 1000, limits: { low: { ...told, below: 900 } } });
  s.kpi(s.highest(users), { ...base, target: s.total(planned), baseline: s.lowest(planned) });
  s.kpi(s.highest(users), { ...base, versus: { '7d': { dropped: { ...told, below: '90%' } } } });
  // @ts-expect-error a target of another unit
  s.kpi(s.highest(users), { ...base, target: '10m' });
  // @ts-expect-error a figure of another unit for a target
  s.kpi(s.highest(users), { ...base, target: s.total(used) });
  // @ts-expect-error a baseline of another unit
  s.kpi(s.highest(users), { ...base, baseline: s.p99(duration) });
  // @ts-expect-error a limit follows the unit of the value
  s.kpi(s.highest(users), { ...base, limits: { low: { ...told, below: '90%' } } });
  // @ts-expect-error a comparison is a share, whatever the unit of the value
  s.kpi(s.highest(users), { ...base, versus: { '7d': { dropped: { ...told, below: 900 } } } });
  // @ts-expect-error a time ago, `baseline` or `target`
  s.kpi(s.highest(users), { ...base, versus: { lastWeek: {} } });
  // @ts-expect-error a measure's limit follows the unit of its value
  s.measure(s.p99(duration), { title: 'Time', limits: { high: { ...told, above: '80%' } } });
  // @ts-expect-error values of two units have no ratio
  s.ratioOf(s.total(used), s.highest(users));
  // @ts-expect-error nothing is left of what is no ratio
  s.oneMinus(s.total(size));
  // @ts-expect-error a budget in money of a counter of something else
  s.spentOf(requests, { budget: '$500', per: 'day' });
  // @ts-expect-error the target follows the unit that the author names
  s.displayedKpi({ ...base, unit: 'percent', target: 80, from: { datasource: { type: 'sql', uid: 'x' }, query: {} } });
  // @ts-expect-error a tile's promise is the SLO, not its name
  s.executive({ title: 'All', tiles: { Users: { value: s.highest(users), promise: 'availability' } } });
  expect(s.spentOf(spent, { budget: '$500', per: 'day' }).unit).toBe('ratio');
});

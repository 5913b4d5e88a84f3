import { heartbeat, prometheus, type Stack, stack, webhook } from 'signalbox';
import { overview } from './executive.ts';
import { apiServers } from './infrastructure/api-servers.ts';
import { cache } from './infrastructure/cache.ts';
import { cdn } from './infrastructure/cdn.ts';
import { database } from './infrastructure/database.ts';
import { inferenceGpus } from './infrastructure/inference-gpus.ts';
import { queue } from './infrastructure/queue.ts';
import { business } from './kpis/business.ts';
import { feedQuality } from './kpis/feed-quality.ts';
import { region } from './regions.ts';
import { feed } from './services/feed.ts';
import { gifts } from './services/gifts.ts';
import { interactions } from './services/interactions.ts';
import { liveStart } from './services/live-start.ts';
import { playback } from './services/playback.ts';
import { ranking } from './services/ranking.ts';
import { regionalHealth } from './services/regional-health.ts';
import { search } from './services/search.ts';
import { upload } from './services/upload.ts';
import { P1, P2, P3, P4 } from './severities.ts';
import { platformTeam } from './teams.ts';

export const production: Stack = stack({
  id: 'short-video',
  title: 'Short video',
  environment: 'production',
  evaluators: [
    prometheus({
      id: 'prometheus',
      version: '2.42',
      scrapeInterval: '15s',
      evaluationInterval: '30s',
      retention: '45d',
      url: 'http://prometheus.internal:9090',
      job: 'prometheus',
    }),
  ],
  alertmanager: { version: '0.25', ownership: 'whole', job: 'alertmanager' },
  grafana: {
    version: '11.0',
    url: 'https://grafana.internal',
    datasources: { metrics: 'prometheus', logs: 'loki', traces: 'tempo' },
  },
  runbooks: { url: 'https://runbooks.internal' },
  annotations: { runbook: 'runbook', dashboard: 'dashboard' },
  severities: [P1, P2, P3, P4],
  burn: {
    critical: { page: P1, ticket: P3 },
    high: { page: P2, ticket: P3 },
    normal: { page: P2, ticket: P4 },
    low: { page: P2, ticket: P4 },
  },
  defaultTeam: platformTeam,
  expects: { label: 'region', values: region },
  services: [feed, gifts, interactions, liveStart, playback, ranking, regionalHealth, search, upload],
  infrastructure: [apiServers, cache, cdn, database, inferenceGpus, queue],
  kpis: [business, feedQuality],
  executive: overview,
  heartbeat: heartbeat({
    receiver: webhook({ url: 'http://dead-mans-switch.internal:8080/short-video' }),
    every: '1m',
  }),
  // The arithmetic of a loose objective, explained in the notes, and no mistake of these definitions.
  levels: { 'route/response-time': 'off' },
  notes: [
    'A 99.9 % SLO at 99.85 % has spent more than its whole budget. The drawing shows 45 % left for Live Stream Start; the dashboard shows what the arithmetic gives.',
    'The sample route pages P1 with `continue: true` under a Slack default, which reaches the pager only: a parent is used only when no child matches. P1 has explicit routes to the pager and to the channel.',
    'Gift Processing pages P1 on any failure and also promises 99.99 %: the first is about money lost now, the second about the month.',
    '"FYP Latency p99 50ms" and "Video Start Time 150ms" are promised as 99 % of requests within 50 ms and 150 ms, which can be counted; p99 itself is shown beside it.',
    'Live Stream Failures has no duration in the table; it waits five minutes like the other P2 alerts.',
    '"Accuracy drop >5%" is a drop by more than 5 % of what it was at the same moment a week ago, and lasts half an hour; the table gives no duration.',
    "A 99 % objective needs nine minutes of everything being slow before 14.4 times its budget is burnt, and that is longer than P1 and P2 promise to respond. It follows from the documents' own objectives; so the rule route/response-time is off here. A total outage of the feed is told by its availability within two minutes.",
    'The FYP error rate and availability count 5xx, which people see; timeouts and ML failures are shown beside them.',
    '"Check queries, scale" for the database and the steps of its runbook differ in order; the runbook follows its own.',
    'The table of resources names no limits. Four fifths of CPU, memory, disk or bandwidth for half an hour file a ticket (P4, "capacity trending"), and so do 95 % of the memory of a GPU; a connection pool at 90 %, queues and consumer lag post (P3). Every other figure of the table is shown without a limit.',
    'An SLO of a critical service that burns fast pages P1, although the table gives "SLO breach" as an example of P2: at 14.4 times its budget a month is gone in two days. The alerts of the table keep the severities of the table.',
    'The table of business metrics names thresholds and no severities: each posts to the product team (P3) after an hour. The target of live gift revenue is "$X M": it is read from what finance exposes, and the threshold is 80 % of that.',
    'The metrics of the feed have targets and no thresholds: they are shown against their targets, and nobody is told.',
    'Overall cache performance is what the client or Redis answered of all lookups of the client; the feature cache is a cache of its own.',
    'The example links the runbook fyp-latency-high, the table of runbooks fyp-latency; the page is fyp-latency.',
  ],
});

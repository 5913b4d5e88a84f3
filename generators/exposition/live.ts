import { type Description, gatherFamilies } from './families.ts';
import { beginningOfSeries, dataOf, descriptionsIn, seriesIn } from './live-answers.ts';
import { ask, type Fetch, type Reply, type Server, serverAt } from './live-request.ts';
import type { Observed, ObservedFamily, ObservedSeries } from './observed.ts';

export interface LiveOptions {
  /** For everything together; default 30 seconds. */
  readonly timeoutMs?: number;
  /** Of each name; default 10,000. */
  readonly maxSeries?: number;
  readonly fetch?: Fetch;
}

export type LiveAnswer =
  /** `truncated`: names that have more series than were read. */
  | { readonly kind: 'read'; readonly observed: Observed; readonly truncated: readonly string[] }
  /** The message is a sentence and shows no credentials. */
  | { readonly kind: 'unreachable'; readonly message: string };

/** What asks the server: its address, how, and until when. */
export interface Connection {
  readonly get: (path: string, query: readonly (readonly [string, string])[]) => Promise<Reply>;
  readonly server: Server;
  readonly maxSeries: number;
}

interface Found {
  readonly series: readonly ObservedSeries[];
  readonly truncated: readonly string[];
}

/** Names in one question: their selectors stay below the 8 KiB that servers take as a request line. */
const BATCH = 10;
/** Questions at a time. */
const AT_ONCE = 4;
const LOOKBACK_SECONDS = 3600;
const SKEW_SECONDS = 60;

/**
 * Asks a running Prometheus or Mimir (its HTTP API, https://prometheus.io/docs/prometheus/latest/querying/api/) which
 * series it has of these names, as selectors write them (`…_bucket`), and of which type they are. Only reads. A user name
 * and password in the address are sent as basic authentication.
 */
export async function readLive(url: string, names: readonly string[], options: LiveOptions = {}): Promise<LiveAnswer> {
  const connection = connect(url, options);
  if (typeof connection === 'string') return { kind: 'unreachable', message: connection };
  const described = await readMetadata(connection);
  if (typeof described === 'string') return { kind: 'unreachable', message: described };
  const wanted = [...new Set(names)].sort();
  const found = await readBatches(connection, wanted);
  if (typeof found === 'string') return { kind: 'unreachable', message: found };
  const { families } = gatherFamilies(described, sorted(found.series), knownOf(described, wanted));
  return {
    kind: 'read',
    observed: { families: new Map([...families].map(([name, family]) => [name, nativeOrNot(family)])) },
    truncated: [...found.truncated].sort(),
  };
}

/** A connection to the server at an address; the message where there can be none. */
export function connect(url: string, options: LiveOptions): Connection | string {
  const server = serverAt(url);
  if (typeof server === 'string') return server;
  const signal = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  const get: Connection['get'] = (path, query) => ask(server, path, query, options.fetch ?? fetch, signal);
  return { get, server, maxSeries: options.maxSeries ?? 10_000 };
}

/** Nothing where the server keeps none: it was switched off in Mimir, or samples came by remote write. */
async function readMetadata({ get, server }: Connection): Promise<ReadonlyMap<string, Description> | string> {
  const reply = await get('/api/v1/metadata', []);
  if (reply.kind === 'failed') return reply.status === 404 ? new Map() : reply.message;
  return descriptionsIn(dataOf(reply.text)) ?? notPrometheus(server);
}

/** Said of an answer that the API of Prometheus does not give. */
export function notPrometheus(server: Server): string {
  return `${server.base} does not answer like a Prometheus; name the address below which /api/v1/ lies.`;
}

async function readBatches(connection: Connection, names: readonly string[]): Promise<Found | string> {
  const waiting = batches(names);
  const found: Found[] = [];
  let failed: string | undefined;
  const worker = async () => {
    for (let batch = waiting.pop(); batch !== undefined && failed === undefined; batch = waiting.pop()) {
      const one = await readBatch(connection, batch);
      if (typeof one === 'string') failed = one;
      else found.push(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed ?? joined(found);
}

function batches(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / BATCH) }, (_, index) =>
    names.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** A batch that reaches the maximum is asked again in halves, down to one name, so that the maximum is one name's. */
async function readBatch(connection: Connection, names: readonly string[]): Promise<Found | string> {
  const { get, maxSeries, server } = connection;
  const reply = await get('/api/v1/series', [
    ...names.map((name) => ['match[]', `{__name__=${JSON.stringify(name)}}`] as const),
    ...lastHour(),
    // Since Prometheus 2.54; older ones ignore it and send everything.
    ['limit', String(maxSeries + 1)],
  ]);
  if (reply.kind === 'failed') return reply.message;
  const series = seriesIn(reply.cut ? beginningOfSeries(reply.text) : dataOf(reply.text));
  if (series === undefined) return notPrometheus(server);
  if (!reply.cut && series.length <= maxSeries) return { series, truncated: [] };
  if (names.length === 1) return { series: sorted(series).slice(0, maxSeries), truncated: names };
  const middle = Math.ceil(names.length / 2);
  const first = await readBatch(connection, names.slice(0, middle));
  const second = typeof first === 'string' ? first : await readBatch(connection, names.slice(middle));
  return typeof first === 'string' ? first : typeof second === 'string' ? second : joined([first, second]);
}

function joined(found: readonly Found[]): Found {
  return { series: found.flatMap((one) => one.series), truncated: found.flatMap((one) => one.truncated) };
}

/** The time that is asked about: series that had a sample in it. The server's clock may be ahead of ours. */
export function lastHour(): readonly (readonly [string, string])[] {
  const now = Math.floor(Date.now() / 1000);
  return [
    ['start', String(now - LOOKBACK_SECONDS)],
    ['end', String(now + SKEW_SECONDS)],
  ];
}

/** Names that a target announces, though it has no series of them yet. */
function knownOf(described: ReadonlyMap<string, Description>, names: readonly string[]): readonly string[] {
  return names.filter(
    (name) => gatherFamilies(described, [], [name]).families.values().next().value?.type !== 'unknown',
  );
}

function nativeOrNot(family: ObservedFamily): ObservedFamily {
  const native = family.series.length > 0 && family.series.every((one) => one.name === family.name);
  return family.type === 'histogram' && native ? { ...family, type: 'native-histogram' } : family;
}

function sorted(series: readonly ObservedSeries[]): readonly ObservedSeries[] {
  const keyed = series.map((one) => [JSON.stringify([one.name, one.labels]), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What other servers answer: old ones, other ones, none, and such that mean no good. */
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LiveOptions, readLive } from '../../generators/exposition/live.ts';
import { listLive } from '../../generators/exposition/live-names.ts';
import { closed, listening } from './prometheus.ts';

type Answer = (path: string, search: URLSearchParams) => { readonly status?: number; readonly body: string };

const ok = (data: unknown) => ({ body: JSON.stringify({ status: 'success', data }) });

/** A `fetch` that answers from a function and remembers what it was asked. */
function answering(answer: Answer) {
  const asked: { readonly url: string; readonly headers: Headers }[] = [];
  const fetch: LiveOptions['fetch'] = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    asked.push({ url, headers: new Headers(init.headers) });
    const { status = 200, body } = answer(pathname, searchParams);
    return new Response(body, { status });
  };
  return { asked, fetch };
}

const metadata = (type: string) => ({ a: [{ type, help: 'Help.', unit: '' }] });

/** A server with metadata, and some series for every name that is asked for. */
const server = (type: string, ...series: readonly Readonly<Record<string, string>>[]): Answer => {
  return (path) => ok(path.endsWith('/metadata') ? metadata(type) : series);
};

async function read(answer: Answer, names: readonly string[], options: LiveOptions = {}) {
  const { asked, fetch } = answering(answer);
  return { asked, answer: await readLive('http://u:p%40ss@mimir.example/prometheus/', names, { fetch, ...options }) };
}

describe('a server', () => {
  it('is only read: the API below its address, with the credentials in a header and nowhere else', async () => {
    const { asked, answer } = await read(server('gauge', { __name__: 'a' }), ['a']);
    expect(answer.kind).toBe('read');
    expect(asked.map(({ url }) => url.replace(/\d{10}/g, 'T'))).toEqual([
      'http://mimir.example/prometheus/api/v1/metadata',
      'http://mimir.example/prometheus/api/v1/series?match%5B%5D=%7B__name__%3D%22a%22%7D&start=T&end=T&limit=10001',
    ]);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(
      Array(2).fill(`Basic ${Buffer.from('u:p@ss').toString('base64')}`),
    );
  });

  it('with a histogram that has no buckets has a native one', async () => {
    const { answer } = await read(server('histogram', { __name__: 'a' }), ['a', 'a_bucket']);
    expect(answer).toMatchObject({ observed: { families: new Map([['a', { type: 'native-histogram' }]]) } });
    const classic = await read(server('histogram', { __name__: 'a_bucket', le: '1' }), ['a_bucket']);
    expect(classic.answer).toMatchObject({ observed: { families: new Map([['a', { type: 'histogram' }]]) } });
  });

  it('that keeps no metadata is read without types', async () => {
    const answer: Answer = (path) =>
      path.endsWith('/metadata') ? { status: 404, body: '404 page not found' } : ok([{ __name__: 'a_total' }]);
    const found = (await read(answer, ['a_total'])).answer;
    expect(found).toMatchObject({ observed: { families: new Map([['a_total', { type: 'unknown' }]]) } });
  });

  it('whose targets disagree has the type that comes first in the alphabet, in whatever order they are told', async () => {
    for (const order of [1, -1]) {
      const types = ['unknown', 'gauge', 'counter', 'constructor'].map((type) => ({ type, help: '' }));
      const both: Answer = (path) => ok(path.endsWith('/metadata') ? { a: order === 1 ? types : types.reverse() } : []);
      const found = (await read(both, ['a'])).answer;
      expect(found).toMatchObject({ observed: { families: new Map([['a', { type: 'counter' }]]) } });
    }
  });

  it('is asked for many names in batches, and each once', async () => {
    const names = Array.from({ length: 95 }, (_, index) => `m${index}`);
    const { asked } = await read(server('gauge'), names);
    const matched = asked.flatMap(({ url }) => new URL(url).searchParams.getAll('match[]'));
    expect(asked.length).toBe(1 + 10);
    expect(matched.sort()).toEqual(names.map((name) => `{__name__="${name}"}`).sort());
  });
});

describe('unreachable', () => {
  it.each([
    ['not an address', 'This is no address; write it like http://localhost:9090.'],
    ['file:///etc/passwd', 'A Prometheus answers at http:// or https://, not at "file:".'],
    ['http://u:p@h/?token=s3cret', 'Write the address without ? and #; paths of the API are added.'],
  ])('%s', async (url, message) => {
    const { asked, fetch } = answering(server('gauge'));
    expect(await readLive(url, ['a'], { fetch })).toEqual({ kind: 'unreachable', message });
    expect(await listLive(url, { fetch })).toEqual({ kind: 'unreachable', message });
    expect(asked).toEqual([]);
  });

  const base = 'http://mimir.example/prometheus';
  it.each([
    [{ status: 401, body: '' }, `${base} answers /api/v1/metadata with 401: the credentials are missing or wrong.`],
    [
      { status: 503, body: '{"status":"error","error":"too \\"busy\\"\\u202e"}' },
      `${base} answers /api/v1/metadata with 503: "too \\"busy\\"\\u{202e}".`,
    ],
    [{ body: '<html>' }, `${base} does not answer like a Prometheus; name the address below which /api/v1/ lies.`],
    [
      { body: '{"status":"success","data":[]}' },
      `${base} does not answer like a Prometheus; name the address below which /api/v1/ lies.`,
    ],
  ])('%j', async (body, message) => {
    expect((await read(() => body, ['a'])).answer).toEqual({ kind: 'unreachable', message });
  });

  it('series that are none', async () => {
    const answer: Answer = (path) => ok(path.endsWith('/metadata') ? {} : 'series');
    expect((await read(answer, ['a'])).answer.kind).toBe('unreachable');
  });

  it('a server that never answers, when the time is over', async () => {
    const silent = createServer(() => undefined);
    const url = await listening(silent);
    onTestFinished(() => closed(silent));
    const message = `${url} did not answer in time.`;
    expect(await readLive(url, ['a'], { timeoutMs: 200 })).toEqual({ kind: 'unreachable', message });
  });
});

it('an endless answer is left where it is enough, and what was whole of it is read', async () => {
  const endless = createServer((request, response) => {
    if (request.url?.includes('/metadata')) return response.end('{"status":"success","data":{}}');
    response.write('{"status":"success","data":[');
    let count = 0;
    const more = () => {
      while (response.write(`{"__name__":"a","i":"${count}","x":"}],[{${'\\"'.repeat(200)}"},`)) count += 1;
    };
    response.on('drain', more);
    return more();
  });
  const url = await listening(endless);
  onTestFinished(() => closed(endless));
  const answer = await readLive(url, ['a'], { maxSeries: 100 });
  if (answer.kind !== 'read') throw new Error(answer.message);
  expect(answer.truncated).toEqual(['a']);
  expect(answer.observed.families.get('a')?.series.length).toBe(100);
});

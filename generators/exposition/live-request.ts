import { excerpt } from './excerpt.ts';

/** The part of `fetch` that is needed; tests and callers with headers of their own bring one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Reply =
  /** `cut` where the answer was longer than anyone wants to read, and `text` is its beginning. */
  | { readonly kind: 'answered'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'failed'; readonly status?: number; readonly message: string };

/** Where to ask, without what must not be printed. */
export interface Server {
  /** Without credentials, ends in no slash. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Bytes of one answer: a hundred thousand series of ordinary size. */
const LONGEST = 32 * 2 ** 20;

/** Takes the address apart, or says why it is none. The message names no credentials. */
export function serverAt(url: string): Server | string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return 'This is no address; write it like http://localhost:9090.';
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    return `A Prometheus answers at http:// or https://, not at ${excerpt(parsed.protocol)}.`;
  if (parsed.search !== '' || parsed.hash !== '')
    return 'Write the address without ? and #; paths of the API are added.';
  const { username, password } = parsed;
  const base = `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { base, headers: username === '' && password === '' ? {} : { authorization: `Basic ${credentials}` } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One GET, followed to the end or to its bound. Never throws. */
export async function ask(
  server: Server,
  path: string,
  query: readonly (readonly [string, string])[],
  send: Fetch,
  signal: AbortSignal,
): Promise<Reply> {
  const search = new URLSearchParams(query.map(([key, value]): [string, string] => [key, value])).toString();
  const url = `${server.base}${path}${search === '' ? '' : `?${search}`}`;
  try {
    const response = await send(url, { headers: { accept: 'application/json', ...server.headers }, signal });
    const body = await bounded(response);
    return response.ok ? { kind: 'answered', ...body } : refused(server, path, response.status, body.text);
  } catch (error) {
    return { kind: 'failed', message: `${server.base} ${reason(error)}.` };
  }
}

async function bounded(response: Response): Promise<{ readonly text: string; readonly cut: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop cancels the rest of the answer.
    if (bytes > LONGEST) return { text, cut: true };
  }
  return { text: text + decoder.decode(), cut: false };
}

function refused(server: Server, path: string, status: number, body: string): Reply {
  const said = /"error"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body.slice(0, 10_000))?.[1];
  const why = status === 401 || status === 403 ? ': the credentials are missing or wrong' : '';
  const message = `${server.base} answers ${path} with ${status}${why}${said === undefined ? '' : `: ${excerpt(unquoted(said))}`}.`;
  return { kind: 'failed', status, message };
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: 'broke off the connection',
  ENOTFOUND: 'is a host that nobody knows',
  EAI_AGAIN: 'is a host that cannot be looked up now',
  ETIMEDOUT: 'does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'does not answer',
  CERT_HAS_EXPIRED: 'shows an expired certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'shows a certificate that it signed itself',
};

/** Only codes and known names: the words of an error may repeat the address with what is in it. */
function reason(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'did not answer in time';
  const code = codeOf(error instanceof Error ? (error.cause ?? error) : error);
  return code === undefined ? 'cannot be read' : (REASONS[code] ?? `cannot be read (${code})`);
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : undefined;
}

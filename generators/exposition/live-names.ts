import { connect, type LiveOptions, lastHour, notPrometheus } from './live.ts';
import { dataOf } from './live-answers.ts';

export type LiveNames =
  | {
      readonly kind: 'listed';
      /** Of series, sorted. */
      readonly names: readonly string[];
      /** Names of the labels that the server adds to what it sends elsewhere; they are no part of what a service exposes. */
      readonly externalLabels: readonly string[];
    }
  | { readonly kind: 'unreachable'; readonly message: string };

/** Asks a running Prometheus or Mimir for the names of all series that had a sample in the last hour. Only reads. */
export async function listLive(url: string, options: LiveOptions = {}): Promise<LiveNames> {
  const connection = connect(url, options);
  if (typeof connection === 'string') return { kind: 'unreachable', message: connection };
  const reply = await connection.get('/api/v1/label/__name__/values', lastHour());
  if (reply.kind === 'failed') return { kind: 'unreachable', message: reply.message };
  const names = textsIn(dataOf(reply.text));
  if (names === undefined) return { kind: 'unreachable', message: notPrometheus(connection.server) };
  const config = await connection.get('/api/v1/status/config', []);
  return { kind: 'listed', names: names.sort(), externalLabels: externalLabelsIn(config) };
}

function textsIn(data: unknown): string[] | undefined {
  return Array.isArray(data) ? data.filter((one) => typeof one === 'string') : undefined;
}

/**
 * Prometheus prints its configuration again, always in the same form: keys of a map below `external_labels:`, by four
 * spaces. Mimir and others have no such page, and then there is none. Nothing else of it is looked at.
 */
function externalLabelsIn(reply: { readonly kind: string; readonly text?: string }): readonly string[] {
  const data = dataOf(reply.text ?? '');
  const yaml = typeof data === 'object' && data !== null && 'yaml' in data ? String(data.yaml) : '';
  const block = /^ {2}external_labels:\n(?<lines>(?: {4}.*\n)*)/m.exec(yaml)?.groups?.lines ?? '';
  return [...block.matchAll(/^ {4}"?(?<label>[a-zA-Z_][a-zA-Z0-9_]*)"?:/gm)].map(({ groups }) => groups?.label ?? '');
}

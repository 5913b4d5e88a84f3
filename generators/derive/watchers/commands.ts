import { evaluatorTitle } from '../../model/evaluators.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { Evaluator, Stack } from '../../model/stack.ts';

/** An address for a shell: the server's, or a variable of the reader's. */
const address = (url: string | undefined, variable: string, path: string): string =>
  url === undefined ? `"$${variable}"${shellWord(path)}` : shellWord(`${url.replace(/\/+$/, '')}${path}`);

const asked = (request: string, filter?: string): string =>
  filter === undefined ? request : `${request} | jq -c ${shellWord(filter)}`;

/** Mimir has the API of Prometheus under a prefix, for one tenant. */
function request({ url, mimir }: Evaluator, path: string): string {
  if (mimir === undefined) return `curl -s ${address(url, 'PROMETHEUS_URL', path)}`;
  const tenant = shellWord(`X-Scope-OrgID: ${mimir.tenant}`);
  return `curl -s -H ${tenant} ${address(url, 'MIMIR_URL', `/prometheus${path}`)}`;
}

/** Asks every evaluator that is watched for a path of Prometheus' API; `filter` is jq's. */
export function askEvaluators({ evaluators }: Stack, path: string, filter: string): string {
  const watched = evaluators.filter(({ job }) => job !== undefined);
  const each = (watched.length === 0 ? evaluators : watched).map((one) => ({
    title: evaluatorTitle(one),
    command: asked(request(one, path), filter),
  }));
  if (each.length === 1) return each.map(({ command }) => command).join('');
  return each.map(({ title, command }) => `# ${title}\n${command}`).join('\n');
}

/** Asks Alertmanager for a path of its API. */
export function askAlertmanager({ alertmanager }: Stack, path: string, filter?: string): string {
  return asked(`curl -s ${address(alertmanager.url, 'ALERTMANAGER_URL', path)}`, filter);
}

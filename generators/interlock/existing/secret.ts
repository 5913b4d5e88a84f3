import { keyedHosts, keyedParameter } from '../routes/secret.ts';
import type { Rule } from '../rule.ts';
import { rawDashboards } from './raw-dashboard.ts';
import { nameable } from './words.ts';

/** Beginnings that only keys have: of Grafana, Slack, GitHub, AWS, and keys in PEM. */
const keyShapes = /\b(?:glsa_|glc_|xox[abpr]-|gh[pousr]_|AKIA[A-Z0-9]{12})|-----BEGIN [A-Z ]*PRIVATE KEY/;
const authorization = /^(?:Bearer|Basic)\s+[\w+/.=-]{8,}$/i;

/** What is filled in later is no secret. */
const isPlaceholder = (text: string): boolean => text === '' || /^(?:\$|\[\[|\*+$|<.*>$)/.test(text);

function inAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'an address with a user name or password';
  if (keyedHosts.test(url.hostname)) return `an address at ${url.hostname}, which is a key`;
  const [name] = [...url.searchParams].find(([one, value]) => keyedParameter.test(one) && !isPlaceholder(value)) ?? [];
  return name === undefined ? undefined : `an address with the parameter ${name}`;
}

function inText(text: string): string | undefined {
  if (keyShapes.test(text) || authorization.test(text)) return 'what looks like a key';
  return inAddress(text);
}

/** Names of fields that hold secrets. `key` alone is a field of many panels, and no secret. */
const secretField = /(?:^|[-_a-z])(?:api_?key|token|secret|password|passwd|private_?key)$/i;

/** The places of a value that look like secrets, never what stands there. */
function secretsIn(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => secretsIn(one, [...path, key]));
  if (typeof value !== 'string' || isPlaceholder(value)) return [];
  const key = path.at(-1) ?? '';
  const found = secretField.test(key) ? `a value of ${key}` : inText(value);
  return found === undefined ? [] : [`${found} (at ${nameable(path.join('.'))})`];
}

/** A dashboard of others that carries a secret in the clear. The message never repeats it. */
export const secret: Rule = {
  code: 'existing/secret',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'No existing dashboard carries a secret in the clear.',
    cause: 'The file is copied into the output, committed and served by Grafana: whoever may look at it has the key.',
    cure: 'Take the secret out in Grafana (data sources keep theirs encrypted), export again, and change the secret.',
  },
  check: (compiled) =>
    rawDashboards(compiled).flatMap(({ json, file, address }) =>
      secretsIn(json, []).map((text) => ({
        address,
        message: `${file} contains ${text}`,
        cure: 'Take it out and export the dashboard again; change the secret, it has been seen.',
      })),
    ),
};

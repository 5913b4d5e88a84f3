import type { Receiver } from '../../model/stack.ts';
import type { Rule } from '../rule.ts';
import { receiversIn } from './receivers-in-use.ts';

/** Services whose webhook addresses are themselves the key. */
export const keyedHosts =
  /(?:^|\.)(?:hooks\.slack\.com|hc-ping\.com|nosnch\.in|discord(?:app)?\.com|webhook\.office\.com)$/;

/** Names of what is secret. */
export const keyedParameter = /^(?:.*[-_])?(?:token|key|secret|password|pass|auth|sig|signature)$/i;

/** Sixteen characters or more of letters and digits mixed, or a UUID: nobody chose that as a name. */
const looksRandom = (text: string): boolean =>
  /^[A-Za-z0-9_-]{16,}$/.test(text) &&
  /\d/.test(text) &&
  /[A-Za-z]/.test(text) &&
  !/^[a-z]+(?:[-_][a-z0-9]+)*$/.test(text);

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function secretIn(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'a user name or password';
  if (keyedHosts.test(url.hostname)) return `a key (addresses at ${url.hostname} are keys)`;
  if (url.pathname.split('/').some((part) => looksRandom(part) || isUuid(part)))
    return 'what looks like a key in its path';
  const parameter = [...url.searchParams.keys()].find((name) => keyedParameter.test(name));
  return parameter === undefined ? undefined : `the parameter ${parameter}`;
}

/** A path has a slash or a dot; an address or a bare word in its place is the secret itself. */
function notAFile(path: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(path)) return 'an address where the path of a file belongs';
  return looksRandom(path) ? 'what looks like a key where the path of a file belongs' : undefined;
}

function exposed(receiver: Receiver): string | undefined {
  switch (receiver.kind) {
    case 'webhook':
      if (receiver.url !== undefined) return secretIn(receiver.url);
      return receiver.urlFile === undefined ? undefined : notAFile(receiver.urlFile);
    case 'slack':
      return notAFile(receiver.apiUrlFile);
    case 'pagerduty':
      return notAFile(receiver.routingKeyFile);
    case 'email':
      return undefined;
  }
}

/** A receiver that carries a secret in the clear. The message never repeats it. */
export const secret: Rule = {
  code: 'route/secret',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'No receiver carries a secret in the clear.',
    cause:
      'Definitions and generated files are committed and reviewed: whoever reads them could post as Alertmanager, or call it off.',
    cure: 'Put the address into a file on the disk of Alertmanager and name that: `urlFile` (from 0.26), `apiUrlFile`, `routingKeyFile`. An older Alertmanager reaches such a webhook through a proxy that adds the key.',
  },
  check: ({ stack }) =>
    receiversIn(stack).flatMap(({ receiver, address }) => {
      const found = exposed(receiver);
      const cure =
        'Put it into a file on the disk of Alertmanager and name the file; change the secret, it has been seen.';
      return found === undefined
        ? []
        : [{ address, message: `The ${receiver.kind} receiver contains ${found}.`, cure }];
    }),
};

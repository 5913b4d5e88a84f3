import type { Receiver } from '../../model/stack.ts';
import { atLeast, type PrometheusVersion } from '../../promql/features.ts';
import type { Rule } from '../rule.ts';
import { receiversIn } from './receivers-in-use.ts';

/** A field of Alertmanager's configuration and the version that learnt it. Source: Alertmanager's CHANGELOG.md. */
interface Needed {
  readonly field: string;
  readonly since: PrometheusVersion;
}

function neededBy(receiver: Receiver): Needed | undefined {
  switch (receiver.kind) {
    case 'pagerduty':
      return { field: 'pagerduty_configs.routing_key_file', since: '0.25' };
    case 'slack':
      return { field: 'slack_configs.api_url_file', since: '0.22' };
    case 'webhook':
      return receiver.urlFile === undefined ? undefined : { field: 'webhook_configs.url_file', since: '0.26' };
    case 'email':
      return undefined;
  }
}

function versionOf(text: string): PrometheusVersion {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return `${major}.${minor}`;
}

/** A receiver that the stack's Alertmanager does not know. */
export const receiverVersion: Rule = {
  code: 'route/receiver-version',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: "A receiver uses only what the stack's Alertmanager knows.",
    cause:
      'An unknown field makes Alertmanager refuse the whole file: after the next restart nobody is told of anything.',
    cure: 'Use another receiver, or raise `alertmanager.version` when the one that runs is that new.',
  },
  check: ({ stack, observables: { routing } }) => {
    const version = versionOf(stack.alertmanager.version);
    if (routing.ownership === 'none') return [];
    return receiversIn(stack).flatMap(({ receiver, address }) => {
      const needed = neededBy(receiver);
      if (needed === undefined || atLeast(version, needed.since)) return [];
      const message = `${needed.field} needs Alertmanager ${needed.since}; the stack has ${stack.alertmanager.version}.`;
      return [{ address, message, cure: 'Use another receiver, or raise `alertmanager.version`.' }];
    });
  },
};

import { evaluatorTitle } from '../../model/evaluators.ts';
import { oldestSupported } from '../../policy/versions.ts';
import { atLeast } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';

/** A server that what is emitted was never written for. */
export const unsupportedVersion: Rule = {
  code: 'stack/unsupported-version',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Servers are of a version that the output is written for.',
    cause:
      'A file with a field that a server does not know is refused as a whole: all rules of a group, all routes. Older servers than these were never tried.',
    cure: 'Upgrade the server, or name the version that it has become.',
  },
  check: ({ stack }) => {
    const servers = [
      ...stack.evaluators.map((evaluator) => ({
        what: evaluatorTitle(evaluator),
        version: evaluator.mimir?.version ?? evaluator.version,
        least: evaluator.mimir === undefined ? oldestSupported.prometheus : oldestSupported.mimir,
        address: evaluator.address,
      })),
      {
        what: 'Alertmanager',
        version: stack.alertmanager.version,
        least: oldestSupported.alertmanager,
        address: stack.address,
      },
      { what: 'Grafana', version: stack.grafana.version, least: oldestSupported.grafana, address: stack.address },
    ];
    return servers.flatMap(({ what, version, least, address }): readonly Finding[] =>
      atLeast(version, least)
        ? []
        : [
            {
              address,
              message: `${what} is ${version}; the output is written for ${least} or newer`,
              cure: `Upgrade to ${least}, or correct the version.`,
            },
          ],
    );
  },
};

import { evaluatorTitle } from '../../model/evaluators.ts';
import type { Finding, Rule } from '../rule.ts';

/** Servers whose own failures nobody is told of. */
export const unwatched: Rule = {
  code: 'stack/unwatched',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'The monitoring itself is watched.',
    cause:
      'A rule that fails to evaluate, an Alertmanager that cannot reach the pager, a configuration that was refused: each looks like a quiet night. The alerts on them read what the servers say of themselves, so they must be scraped, and the job must be known.',
    cure: "Let each Prometheus scrape itself and Alertmanager, and name the jobs: `prometheus({ …, job: 'prometheus' })`, `alertmanager: { …, job: 'alertmanager' }`.",
  },
  check: ({ stack }) => {
    const { evaluators, alertmanager, address } = stack;
    const [first] = evaluators;
    const silent = evaluators
      .filter(({ job }) => job === undefined)
      .map((one): Finding => {
        const job = one.mimir === undefined ? 'prometheus' : 'mimir/ruler';
        const message = `nobody is told when ${evaluatorTitle(one)} fails to evaluate rules or to send alerts: its job is not known`;
        return { address: one.address, message, cure: `Let it scrape itself, and write \`job: '${job}'\`.` };
      });
    if (alertmanager.job !== undefined) return silent;
    const message = 'nobody is told when Alertmanager fails to tell people: its job is not known';
    const cure = `Let ${first.id} scrape it, and write \`alertmanager: { …, job: 'alertmanager' }\`.`;
    return [...silent, { address, message, cure }];
  },
};

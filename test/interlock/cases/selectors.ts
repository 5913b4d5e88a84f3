import * as s from '../../../generators/language/index.ts';
import { clean, compiled, proof, told } from '../fixture.ts';

const shared = s.counter('shared_total', { help: 'Shared.', labels: { service: s.labelValues('web', 'mail') } });
const slo = s.availability(shared, {
  objective: '99.9%',
  window: '30d',
  noTraffic: 'good',
  runbook: told.runbook,
  bad: shared,
  per: ['service'],
});
const byService = s.above(s.rate(shared, { by: ['service'] }), '5/s');
const apart = s.proved(s.promql('count')`rate(${shared}[5m]) > 1`, proof);

/** A service that counts on the shared metric alone, and keeps apart the label that it selects by. */
function sharing(id: string, value: string): s.Service {
  const { team, tier, title } = clean;
  return s.service({
    ...{ id, title, team, tier, job: id, requests: shared, selector: { service: value } },
    slos: { one: slo },
    alerts: {
      named: s.alert({ ...told, for: '5m', when: byService }),
      raw: s.alert({ ...told, for: '5m', when: apart }),
    },
  });
}

const codes = ['labels/reserved', 'labels/template', 'promql/undeclared', 'slo/scope-label', 'slo/shared-events'];

/** One metric told apart by selectors: what is pinned to a value keeps nothing apart, and nothing is counted twice. */
export const selectorMisses = codes.map((code) => ({
  code,
  given: 'two services of one metric, each with its selector',
  of: () => compiled({ stack: { services: [sharing('web', 'web'), sharing('post', 'mail')] } }),
}));

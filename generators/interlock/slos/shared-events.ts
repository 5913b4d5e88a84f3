import type { Metric, Service } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';

/** The events that a service calls its own: what it serves, and what its SLOs count. */
function eventsOf({ requests, duration, slos }: Service): readonly Metric[] {
  const totals = slos.flatMap(({ sli }): readonly Metric[] =>
    'total' in sli ? [sli.total] : 'metric' in sli ? [sli.metric] : [],
  );
  return [...[requests ?? []].flat(), ...[duration ?? []].flat(), ...totals];
}

/** The same name and the same choice are the same series, whoever asks. */
const seriesText = ({ name, matchers }: Metric): string => {
  const texts = matchers.map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`);
  return `${name}{${texts.sort().join(',')}}`;
};

function findings(services: readonly Service[]): readonly Finding[] {
  const owners = new Map<string, Service>();
  return services.flatMap((service) =>
    [...new Set(eventsOf(service).map(seriesText))].flatMap((series) => {
      const owner = owners.get(series);
      owners.set(series, owner ?? service);
      if (owner === undefined) return [];
      const message = `${service.id} and ${owner.id} both count ${series}: an outage of one burns the budget of the other`;
      const cure = `Tell them apart by a label that the series carry: selector: { job: '${service.job ?? service.id}' } in ${service.id}, and its own in ${owner.id}.`;
      return [{ address: service.address, message, cure }];
    }),
  );
}

/** Two services that measure each other. */
export const sharedEvents: Rule = {
  code: 'slo/shared-events',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'No two services count the same series.',
    cause:
      'Many companies have one http_requests_total for everything. A selector without a label that says whose it is adds up all of them: one service is paged for the other, and its own outage is lost in the sum.',
    cure: "Declare the label that tells them apart (`job`, `service_name`) at the metric, and give each service its choice of it: `selector: { service_name: 'checkout' }`.",
  },
  check: ({ stack }) => findings(stack.services),
};

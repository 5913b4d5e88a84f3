import * as s from '../../../generators/language/index.ts';
import { clean, compiled, requests } from '../fixture.ts';
import type { Case } from './case.ts';

const other = s.service({ ...clean, id: 'zoo', job: 'zoo', alerts: {}, slos: {}, requests });

const selecting = (id: string): s.Service => {
  const { team, tier, title } = clean;
  // The same choice, once by each way of making it.
  const narrow = id === 'web' ? requests : requests.where({ region: 'eu-west' });
  return s.service({ id, title, team, tier, requests: narrow, selector: { region: 'eu-west' } });
};

/** What must be true of a stack as a whole, and between its services. */
export const stackCases: readonly Case[] = [
  {
    code: 'slo/shared-events',
    given: 'two services that count the same series',
    compiled: () => compiled({ stack: { services: [s.service(clean), other] } }),
    want: 'zoo and web both count ',
    at: 'prod › zoo',
  },
  {
    code: 'slo/shared-events',
    given: 'two services whose selectors choose the same series',
    compiled: () => compiled({ stack: { services: [selecting('web'), selecting('zoo')] } }),
    want: 'zoo and web both count http_requests_total{region="eu-west"}',
    at: 'prod › zoo',
  },
  {
    code: 'stack/no-services',
    given: 'a stack without services',
    compiled: () => compiled({ stack: { services: [] } }),
    want: 'the stack has no services',
    at: 'prod',
  },
  {
    code: 'stack/unsupported-version',
    given: 'an old Prometheus',
    compiled: () => compiled({ evaluator: { version: '2.30' } }),
    want: 'is 2.30; the output is written for 2.42 or newer',
    at: 'prod › prometheus main',
  },
  {
    code: 'stack/unsupported-version',
    given: 'an old Grafana',
    compiled: () =>
      compiled({
        stack: {
          grafana: { version: '8.0', url: 'https://grafana.example.org', datasources: { metrics: 'prometheus' } },
        },
      }),
    want: 'Grafana is 8.0; the output is written for 11.0 or newer',
    at: 'prod',
  },
];

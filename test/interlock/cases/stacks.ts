import * as s from '../../../generators/language/index.ts';
import { clean, compiled, evaluatorInput, requests } from '../fixture.ts';
import type { Case } from './case.ts';

const other = s.service({ ...clean, id: 'zoo', job: 'zoo', alerts: {}, slos: {}, requests });

const { job: _, ...unnamed } = evaluatorInput;
const first = s.prometheus(evaluatorInput);
const ruler = { ...evaluatorInput, id: 'far', version: '2.13', tenant: 'web', job: 'mimir/ruler' } as const;
const far = (changes: Partial<s.MimirInput> = {}) => s.mimir({ ...ruler, ...changes });
const beat = (path: string) => s.webhook({ url: `https://switch.example.org/${path}` });
/** The clean service on a Mimir that is the only evaluator. */
const ruledBy = (limits: s.MimirLimits) => compiled({ stack: { evaluators: [far({ limits })] } });
const second = (changes: Partial<s.MimirInput>) => compiled({ stack: { evaluators: [first, far(changes)] } });
const selecting = (id: string): s.Service => {
  const { team, tier, title } = clean;
  // The same choice, once by each way of making it.
  const narrow = id === 'web' ? requests : requests.where({ region: 'eu-west' });
  return s.service({ id, title, team, tier, requests: narrow, selector: { region: 'eu-west' } });
};

/** What must be true of a stack as a whole, and between its services. */
export const stackCases: readonly Case[] = [
  {
    code: 'evaluator/limits',
    given: 'an SLO with more rules than a ruler takes in a group',
    compiled: () => ruledBy({ rulesPerGroup: 5 }),
    want: ' rules, and far takes 5 in a group',
    at: 'prod › web',
  },
  {
    code: 'evaluator/limits',
    given: 'more groups than a ruler takes of a tenant',
    compiled: () => ruledBy({ groupsPerTenant: 3 }),
    want: 'groups of rules, and far takes 3',
    at: 'prod › mimir far',
  },
  {
    code: 'evaluator/no-heartbeat',
    given: 'a second evaluator that nobody listens to',
    compiled: () => second({}),
    want: 'nobody would hear it if far fell silent: the heartbeat of the stack is that of main',
    at: 'prod › mimir far',
  },
  {
    code: 'evaluator/no-heartbeat',
    given: 'two evaluators with one switch',
    compiled: () => second({ heartbeat: beat('beat') }),
    want: "far and main have the same dead man's switch",
    at: 'prod › mimir far',
  },
  {
    code: 'stack/unwatched',
    given: 'an evaluator whose job nobody knows',
    compiled: () => compiled({ stack: { evaluators: [s.prometheus(unnamed)] } }),
    want: 'nobody is told when Prometheus main fails to evaluate rules or to send alerts: its job is not known',
    at: 'prod › prometheus main',
  },
  {
    code: 'stack/unwatched',
    given: 'an Alertmanager whose job nobody knows',
    compiled: () => compiled({ stack: { alertmanager: { version: '0.25', ownership: 'whole' } } }),
    want: 'nobody is told when Alertmanager fails to tell people',
    at: 'prod',
  },
  {
    code: 'stack/unsupported-version',
    given: 'an old Mimir',
    compiled: () => compiled({ stack: { evaluators: [far({ version: '2.6' })] } }),
    want: 'Mimir far is 2.6; the output is written for 2.7 or newer',
    at: 'prod › mimir far',
  },
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

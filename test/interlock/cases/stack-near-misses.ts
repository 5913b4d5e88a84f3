import * as s from '../../../generators/language/index.ts';
import type { Compiled } from '../../../generators/model/observables.ts';
import { compiled, evaluatorInput } from '../fixture.ts';

/** What a rule must not complain of. */
export interface NearMiss {
  readonly code: string;
  readonly given: string;
  readonly of: () => Compiled;
}

const ruler = { ...evaluatorInput, id: 'far', version: '2.13', tenant: 'web', job: 'mimir/ruler' } as const;

/** Servers that are right, and look like those that are not. */
export const stackNearMisses: readonly NearMiss[] = [
  {
    code: 'evaluator/limits',
    given: 'a ruler without limits',
    of: () =>
      compiled({
        stack: { evaluators: [s.mimir({ ...ruler, limits: { rulesPerGroup: 0, groupsPerTenant: 0 } })] },
      }),
  },
  {
    code: 'evaluator/limits',
    given: 'more alerts than a ruler takes in a group: they are spread',
    of: () =>
      compiled({
        service: { slos: {} },
        stack: { evaluators: [s.mimir({ ...ruler, limits: { rulesPerGroup: 2 } })] },
      }),
  },
  {
    code: 'evaluator/no-heartbeat',
    given: 'a second evaluator with a switch of its own',
    of: () =>
      compiled({
        stack: {
          evaluators: [
            s.prometheus(evaluatorInput),
            s.mimir({ ...ruler, heartbeat: s.webhook({ url: 'https://switch.example.org/far' }) }),
          ],
        },
      }),
  },
  {
    code: 'stack/unwatched',
    given: 'servers that all say their jobs',
    of: () => compiled({ stack: { evaluators: [s.mimir(ruler)] } }),
  },
];

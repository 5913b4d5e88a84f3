import { z } from 'zod';
import type { AlertInput } from './alert.ts';
import {
  alertName,
  duration,
  id,
  labelName,
  oneOf,
  percent,
  positiveInteger,
  prose,
  rate,
  sentence,
  some,
  title,
  url,
} from './fields.ts';
import { figureSchemas } from './figure-schemas.ts';
import { anyRunbook, condition, distribution, events, eventsOrList, reference, value } from './references.ts';
import type { Cause, ExistingRunbookInput, RunbookInput, Step } from './runbook.ts';
import { selectorSchema } from './selector-schema.ts';
import type { Deployment, Expected, ExternalInput, ServiceInput } from './service.ts';
import { partShape, shape } from './shape.ts';
import type {
  AvailabilityInput,
  FreshnessInput,
  LatencyInput,
  RatioInput,
  TimeSliceInput,
  UptimeInput,
} from './slos.ts';
import { stackSchemas } from './stack-schemas.ts';
import { dependencies, tier, unitMay, unitSchemas } from './unit-schemas.ts';

const step = prose.or(partShape<Exclude<Step, string>>({ do: prose }, { command: prose, look: value, link: url }));
const steps = some(step, 'step');

const promise = {
  objective: percent,
  window: duration,
  noTraffic: oneOf('good', 'unknown', 'bad'),
  runbook: anyRunbook,
};
const promiseMay = { title, per: z.array(labelName), minimumBadEvents: positiveInteger, impact: sentence };

type Of<Metric extends string, I> = I & { readonly [K in Metric]: unknown };

const sloSchemas = {
  availability: shape<Of<'total', AvailabilityInput>>({ ...promise, total: events, bad: eventsOrList }, promiseMay),
  ratio: shape<Of<'total', RatioInput>>({ ...promise, total: events, good: eventsOrList }, promiseMay),
  latency: shape<Of<'metric', LatencyInput<string>>>(
    { ...promise, metric: distribution, within: duration },
    promiseMay,
  ),
  uptime: shape<Of<'metric', UptimeInput>>({ ...promise, metric: reference('gauge') }, promiseMay),
  freshness: shape<Of<'metric', FreshnessInput>>(
    { ...promise, metric: reference('gauge'), within: duration },
    promiseMay,
  ),
  'time-slice': shape<TimeSliceInput>({ ...promise, badWhile: condition }, promiseMay),
};

const expected = partShape<Expected>({}, { peakRate: rate, errorRatio: percent, p50: duration, p99: duration });

const versions = reference('info', 'gauge');
const deployment = partShape<Deployment>(
  { instances: versions },
  { canary: versions, last: reference('gauge'), rollback: reference('gauge') },
);
const figures = z.record(title, value);

/** The strict shape of every kind of definition, value, condition and metric, by kind. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  ...stackSchemas,
  ...sloSchemas,
  ...figureSchemas,
  ...unitSchemas,
  external: shape<ExternalInput>({ id, title }, { url }),
  service: shape<ServiceInput>(
    { id, title, team: reference('team'), tier },
    {
      ...unitMay,
      selector: selectorSchema,
      requests: reference('counter'),
      duration: distribution,
      errors: z.record(title, reference('counter')),
      expected,
      signals: figures,
      stages: figures,
      caches: figures,
      sections: z.record(title, figures),
      deployment,
      capacity: figures,
      dependsOn: dependencies,
    },
  ),
  alert: shape<AlertInput>(
    { when: condition, severity: reference('severity'), impact: sentence, runbook: anyRunbook },
    {
      for: duration,
      keepFiringFor: duration,
      name: alertName,
      title,
      signal: oneOf('down', 'errors', 'latency', 'saturation', 'quality', 'traffic'),
      justification: sentence,
    },
  ),
  runbook: shape<RunbookInput>(
    { id, title, firstSteps: steps },
    {
      symptoms: prose,
      diagnosis: z.array(step),
      causes: z.array(partShape<Cause>({ cause: prose, signs: prose, fix: steps }, {})),
      escalation: prose,
      aftercare: z.array(step),
    },
  ),
  'existing-runbook': shape<ExistingRunbookInput>({ id, title, url }, {}),
};

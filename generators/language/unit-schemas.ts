import { z } from 'zod';
import { units } from '../policy/units.ts';
import type { ExecutiveInput, Tile } from './executive.ts';
import { alertName, duration, field, id, key, oneOf, prose, sentence, title, url } from './fields.ts';
import type { InfrastructureInput } from './infrastructure.ts';
import type { DisplayedKpiInput, KpiGroupInput, KpiInput } from './kpi.ts';
import type { Limit, MeasureInput } from './measure.ts';
import { anyRunbook, distribution, reference, someSlo, value, written } from './references.ts';
import { partShape, shape } from './shape.ts';

const signal = oneOf('down', 'errors', 'latency', 'saturation', 'quality', 'traffic');
export const tier = oneOf('critical', 'high', 'normal', 'low');

export const dependencies = field(
  { what: 'a function that returns services', cure: 'Write dependsOn: () => [ranking]' },
  (value) => typeof value === 'function',
);

/** What every kind of unit may say beside its figures. */
export const unitMay = {
  description: prose,
  job: sentence,
  slos: z.record(key, someSlo),
  alerts: z.record(key, written('alert({…})', 'alert')),
  evaluator: reference('prometheus', 'mimir'),
  dashboard: partShape<{ readonly uid?: string }>({}, { uid: id }),
  links: z.record(title, url),
};

// Where the bound lies, and in which unit, is judged with the figure that it bounds.
const limit = partShape<Limit>(
  { for: duration, severity: reference('severity'), impact: sentence, runbook: anyRunbook },
  {
    above: z.unknown(),
    below: z.unknown(),
    outside: z.unknown(),
    name: alertName,
    title,
    signal,
    keepFiringFor: duration,
    justification: sentence,
  },
);
const limits = z.record(key, limit);

const measures = z.record(key, written("measure(value, { title: '…' })", 'measure'));

const kpiShape = {
  title,
  better: oneOf('up', 'down', 'band'),
  importance: oneOf('critical', 'high', 'medium', 'low'),
};

const unitNames = Object.keys(units);
const unit = field(
  { what: 'a unit', cure: `Write one of ${unitNames.join(', ')}`, code: 'metric/unit' },
  (value) => typeof value === 'string' && unitNames.includes(value),
);

const plain = z.string().max(10_000).or(z.number()).or(z.boolean());
const dataSource = partShape<DisplayedKpiInput['from']['datasource']>({ type: id, uid: id }, {});

type With<K extends string, I> = I & { readonly [Key in K]: unknown };

/** The shapes of what a stack lists beside services: resources, figures of the business, the board above all. */
export const unitSchemas = {
  measure: shape<With<'value', MeasureInput>>({ value, title }, { description: prose, limits }),
  infrastructure: shape<InfrastructureInput>(
    { id, title, team: reference('team'), tier },
    {
      ...unitMay,
      utilisation: measures,
      saturation: measures,
      errors: measures,
      requests: reference('counter'),
      duration: distribution,
      dependsOn: dependencies,
    },
  ),
  kpi: shape<With<'value', KpiInput>>(
    { ...kpiShape, value },
    { description: prose, target: z.unknown(), baseline: value, limits, versus: z.record(z.string(), limits) },
  ),
  'displayed-kpi': shape<DisplayedKpiInput>(
    {
      ...kpiShape,
      unit,
      from: partShape<DisplayedKpiInput['from']>({ datasource: dataSource, query: z.record(z.string(), plain) }, {}),
    },
    { description: prose, target: z.unknown() },
  ),
  'kpi-group': shape<KpiGroupInput>(
    {
      id,
      title,
      team: reference('team'),
      kpis: z.record(key, written("kpi(value, { title: '…' })", 'kpi', 'displayed-kpi')),
    },
    { ...unitMay, tier },
  ),
  executive: shape<ExecutiveInput>(
    {
      title,
      tiles: z.record(
        title,
        partShape<Tile>(
          { value },
          { versus: duration, better: oneOf('up', 'down'), promise: someSlo, description: prose },
        ),
      ),
    },
    {
      description: prose,
      trend: partShape<NonNullable<ExecutiveInput['trend']>>({ title, values: z.record(title, value) }, {}),
      regions: value,
    },
  ),
};

import { z } from 'zod';
import { units } from '../policy/units.ts';
import { change, duration, field, labelName, metricName, oneOf, positiveInteger, prose, some } from './fields.ts';
import type { Matcher } from './labels.ts';
import type { Counter, Gauge, Histogram, Info, NativeHistogram, Summary } from './metrics.ts';
import { milliseconds, quantity } from './quantities.ts';
import type { Proof, RawCondition } from './raw-condition.ts';
import { counterList, distribution, events, labelValues, metric, reference, value } from './references.ts';
import { partShape, shape } from './shape.ts';

/**
 * Metrics, values and conditions are typed by hand, because zod cannot express their generics. Their shapes are checked
 * here; what their parts mean together is `resolve/figures.ts`.
 */
const unitNames = Object.keys(units);
const unit = field(
  {
    what: 'a unit',
    cure: `End the metric's name in a base unit (_seconds, _bytes, _ratio) or set unit to one of ${unitNames.join(', ')}`,
    code: 'metric/unit',
  },
  (value) => typeof value === 'string' && unitNames.includes(value),
);

const matcher = partShape<Matcher>({ label: z.string(), op: oneOf('=', '!=', '=~', '!~'), value: z.string() }, {});
const series = {
  name: metricName,
  help: prose,
  unit,
  labels: z.record(labelName, labelValues),
  matchers: z.array(matcher),
};
const buckets = z.array(z.unknown()).min(1, { error: 'needs at least one upper bound' });
const quantiles = z.record(z.string(), z.literal(true));

type Handle<M> = Omit<M, 'kind' | 'where'>;

const exposed = { exposedAs: oneOf('counter', 'gauge', 'untyped'), exporter: prose };

const metricSchemas = {
  counter: shape<Handle<Counter>>(series, { ...exposed, unsuffixed: z.literal(true) }),
  gauge: shape<Handle<Gauge>>(series, exposed),
  histogram: shape<Handle<Histogram>>({ ...series, buckets }, exposed),
  'native-histogram': shape<Handle<NativeHistogram>>(series, exposed),
  summary: shape<Handle<Summary>>({ ...series, quantiles }, exposed),
  info: shape<Handle<Info>>(series, exposed),
};

// A value's unit is its metric's: what is wrong with it is said there.
const reading = { unit: z.unknown(), over: duration, by: z.array(z.string()) };
type Reading = Record<keyof typeof reading, unknown>;
type With<K extends string> = Readonly<Record<K, unknown>>;

const between = field(
  { what: 'a quantile between 0 and 1', cure: 'Write for instance 0.99' },
  (value) => typeof value === 'number' && value > 0 && value < 1,
);

const dollars = field(
  { what: 'an amount of money over $0', cure: "Write for instance '$500'", code: 'condition/unit' },
  (value) => (quantity('usd', value) ?? 0) > 0,
);
const two = shape<Reading & With<'value' | 'of'>>({ ...reading, value, of: value }, {});

const valueSchemas = {
  rate: shape<Reading & With<'metric'>>({ ...reading, metric: reference('counter') }, {}),
  share: shape<Reading & With<'part' | 'whole'>>({ ...reading, part: counterList, whole: events }, {}),
  quantile: shape<Reading & With<'q' | 'metric'>>({ ...reading, q: between, metric: distribution }, {}),
  'client-quantile': shape<Reading & With<'q' | 'metric'>>(
    { ...reading, q: z.string(), metric: reference('summary') },
    {},
  ),
  mean: shape<Reading & With<'metric'>>({ ...reading, metric: reference('histogram', 'summary') }, {}),
  level: shape<Reading & With<'aggregate' | 'metric'>>(
    { ...reading, aggregate: oneOf('sum', 'max', 'min', 'avg'), metric: reference('gauge') },
    {},
  ),
  increase: shape<Reading & With<'metric'>>({ ...reading, metric: reference('counter') }, {}),
  per: shape<Reading & With<'part' | 'whole'>>(
    { ...reading, part: reference('counter'), whole: reference('counter') },
    {},
  ),
  busy: shape<Reading & With<'aggregate' | 'metric'>>(
    { ...reading, aggregate: oneOf('max', 'avg'), metric: reference('counter') },
    {},
  ),
  spent: shape<Reading & With<'metric' | 'budget' | 'per'>>(
    { ...reading, metric: reference('counter'), budget: dollars, per: oneOf('hour', 'day', 'week') },
    {},
  ),
  age: shape<Reading & With<'metric'>>({ ...reading, metric: reference('gauge') }, {}),
  'ratio-of': two,
  lift: two,
  'one-minus': shape<Reading & With<'value'>>({ ...reading, value }, {}),
  before: shape<Reading & With<'value' | 'ago'>>({ ...reading, value, ago: duration }, {}),
};

const proof = oneOf('proved', 'unproved');
const compared = shape<With<'proof' | 'value' | 'threshold'>>({ proof, value, threshold: z.unknown() }, {});
const counted = shape<With<'proof' | 'metric' | 'within'>>(
  { proof, metric: reference('counter'), within: duration },
  {},
);

const moment = field(
  { what: 'a time', cure: "Write for instance '10m'" },
  (value) => typeof value === 'string' && milliseconds(value) !== undefined,
);

const rawPart = z.string().or(
  partShape<With<'metric' | 'suffix'>>(
    {
      metric,
      suffix: field(
        { what: 'a suffix of a metric', cure: "Write part(duration, '_count')" },
        (value) => typeof value === 'string' && ['', '_bucket', '_sum', '_count'].includes(value),
      ),
    },
    {},
  ),
);

const given = z
  .record(z.string(), z.string())
  .refine((series) => Object.keys(series).length > 0, { error: 'needs at least one series' });

const conditionSchemas = {
  above: compared,
  below: compared,
  outside: shape<With<'proof' | 'value' | 'low' | 'high'>>({ proof, value, low: z.unknown(), high: z.unknown() }, {}),
  any: counted,
  silent: counted,
  'fails-times': shape<With<'proof' | 'metric' | 'times' | 'by'>>(
    { proof, metric: reference('gauge'), times: positiveInteger, by: z.array(z.string()) },
    { every: duration },
  ),
  moves: shape<With<'proof' | 'direction' | 'value' | 'over' | 'share'>>(
    { proof, direction: oneOf('rising', 'falling'), value, over: duration, share: change },
    {},
  ),
  raw: shape<Omit<RawCondition, 'kind'> & With<'proof'>>(
    { proof, parts: some(rawPart, 'piece of PromQL'), unit },
    { test: partShape<Proof>({ given, quietAt: moment, firesAt: moment, clearsAt: moment }, {}) },
  ),
};

/** The shape of every metric handle, value and condition, by kind. */
export const figureSchemas = { ...metricSchemas, ...valueSchemas, ...conditionSchemas };

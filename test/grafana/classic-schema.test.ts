import * as sdkUnits from '@grafana/grafana-foundation-sdk/units';
import { describe, expect, it } from 'vitest';
import { units } from '../../generators/policy/units.ts';
import { dashboardProblems, schemaSource } from './classic-schema.ts';
import { emitted } from './emitted.ts';
import { sample } from './sample.ts';
import { sdkVersion } from './sdk-version.ts';

/** Places in the sample: 0 row, 1 stat, 2 timeseries, 3 bargauge, 4 state-timeline, 5 row with 0 table and 1 text. */
const stat = '/panels/1';
const graph = '/panels/2';
const tablePanel = '/panels/5/panels/0';
const textPanel = '/panels/5/panels/1';

/** The sample with the value at a path replaced; `undefined` removes it. */
function withValue(path: string, value: unknown): unknown {
  const keys = path.split('/').slice(1);
  const put = (inner: unknown, [key = '', ...rest]: readonly string[]): unknown => {
    const copy: unknown = structuredClone(inner);
    if (typeof copy !== 'object' || copy === null) throw new Error(`${path}: nothing to change`);
    Reflect.set(copy, key, rest.length === 0 ? value : put(Reflect.get(copy, key), rest));
    return JSON.parse(JSON.stringify(copy));
  };
  return put(emitted(sample), keys);
}

it('the sample has no problem', () => expect(dashboardProblems(emitted(sample))).toEqual([]));

it('the schema was made from the installed SDK; else run `npx tsx test/grafana/generate-schema.ts`', () => {
  expect(schemaSource).toBe(`@grafana/grafana-foundation-sdk ${sdkVersion()}`);
});

describe('a misspelt field is found at every level', () => {
  const unknownField = (path: string, name: string) => ({ path, name });
  it.each([
    unknownField('', 'titel'),
    unknownField('/time', 'till'),
    unknownField('/templating', 'lists'),
    unknownField('/templating/list/1', 'multiple'),
    unknownField('/annotations/list/0', 'expression'),
    unknownField('/links/0', 'keeptime'),
    unknownField('/panels/0', 'colapsed'),
    unknownField(graph, 'descripton'),
    unknownField(`${graph}/gridPos`, 'width'),
    unknownField(`${graph}/options`, 'legends'),
    unknownField(`${graph}/options/legend`, 'showlegend'),
    unknownField(`${graph}/targets/0`, 'expresion'),
    unknownField(`${graph}/fieldConfig`, 'default'),
    unknownField(`${graph}/fieldConfig/defaults`, 'units'),
    unknownField(`${graph}/fieldConfig/defaults/custom`, 'fillOpactiy'),
    unknownField(`${graph}/fieldConfig/defaults/thresholds`, 'step'),
    unknownField(`${graph}/fieldConfig/overrides/0`, 'property'),
    unknownField(`${graph}/links/0`, 'newTab'),
    unknownField(`${stat}/options`, 'colourMode'),
    unknownField(`${stat}/options/reduceOptions`, 'calc'),
    unknownField('/panels/3/options', 'display'),
    unknownField('/panels/4/options', 'perpage'),
    unknownField(`${tablePanel}/options/sortBy/0`, 'descending'),
    unknownField(`${tablePanel}/transformations/0`, 'option'),
    unknownField(`${tablePanel}/transformations/0/options`, 'includes'),
    unknownField(`${tablePanel}/transformations/2/options`, 'renameByname'),
    unknownField(textPanel, 'fieldConfig'),
    unknownField(`${textPanel}/options`, 'markdown'),
  ])('$name in $path', ({ path, name }) => {
    expect(dashboardProblems(withValue(`${path}/${name}`, 1))).toEqual([
      `${path || '/'}: has an unknown field "${name}"`,
    ]);
  });
});

describe('a value that Grafana does not know is found', () => {
  it.each([
    { path: '/graphTooltip', value: 7, count: 1 },
    { path: '/editable', value: 'no', count: 1 },
    { path: `${graph}/type`, value: 'timeserie', count: 1 },
    { path: `${graph}/options/legend/displayMode`, value: 'grid', count: 1 },
    { path: `${graph}/fieldConfig/defaults/custom/thresholdsStyle/mode`, value: 'dashes', count: 1 },
    { path: `${graph}/fieldConfig/overrides/0/matcher/id`, value: 'byQuery', count: 1 },
    { path: `${graph}/fieldConfig/overrides/0/properties/1/id`, value: 'custom.fillOpactiy', count: 1 },
    { path: `${graph}/fieldConfig/overrides/0/properties/1/id`, value: 'fillOpacity', count: 1 },
    { path: `${graph}/fieldConfig/overrides/0/properties/1/value`, value: 'none', count: 1 },
    { path: `${graph}/fieldConfig/overrides/0/properties/2/value/fill`, value: 'dashes', count: 1 },
    { path: `${tablePanel}/fieldConfig/overrides/2/properties/0/id`, value: 'units', count: 1 },
    { path: `${tablePanel}/transformations/1/id`, value: 'mergeSeries', count: 1 },
    { path: `${tablePanel}/targets/0/format`, value: 'tabel', count: 1 },
    { path: `${textPanel}/options/mode`, value: 'md', count: 1 },
  ])('$path = $value', ({ path, value, count }) => {
    const problems = dashboardProblems(withValue(path, value));
    expect(problems).toHaveLength(count);
    expect(problems[0]).toContain(path.startsWith('/panels') ? '/panels' : path);
  });
});

describe('what is missing is found', () => {
  it.each([
    '/uid',
    '/title',
    '/schemaVersion',
    `${graph}/id`,
    `${graph}/gridPos`,
    `${graph}/datasource`,
    `${graph}/targets/0/refId`,
  ])('%s', (path) => expect(dashboardProblems(withValue(path, undefined))).not.toEqual([]));
  it('a dashboard without panels was not looked at', () => {
    expect(dashboardProblems(withValue('/panels', []))).toEqual(['/panels: no panel to look at']);
    expect(dashboardProblems({}).length).toBeGreaterThan(0);
    expect(dashboardProblems(null).length).toBeGreaterThan(0);
  });
});

describe('references that lead nowhere and things in the same place are found', () => {
  const twice = emitted(sample);
  const firstId = Reflect.get(Reflect.get(Object(twice.panels), 1), 'id');
  it.each([
    { path: `${graph}/id`, value: firstId, want: `/panels: id ${firstId} is used twice` },
    { path: `${graph}/id`, value: 0, want: '/panels: id 0 is no positive number of 31 bits' },
    { path: `${tablePanel}/id`, value: 2 ** 31, want: `/panels: id ${2 ** 31} is no positive number of 31 bits` },
    { path: `${graph}/targets/1/refId`, value: 'A', want: `${graph}/targets: refId A is used twice` },
    { path: `${graph}/gridPos/x`, value: 5, want: `${graph}: overlaps ${stat}` },
    { path: `${graph}/gridPos/w`, value: 19, want: `${graph}: outside the grid` },
    { path: `${textPanel}/gridPos/y`, value: 25, want: `${textPanel}: overlaps ${tablePanel}` },
    { path: '/uid', value: 'x'.repeat(41), want: `/uid: "${'x'.repeat(41)}" is not 1 to 40 of A-Z a-z 0-9 _ -` },
    { path: '/uid', value: 'a b', want: '/uid: "a b" is not 1 to 40 of A-Z a-z 0-9 _ -' },
    { path: `${graph}/title`, value: 'in $zone', want: `${graph}/title: variable "zone" is not defined` },
    { path: `${graph}/title`, value: `in \${zone:text}`, want: `${graph}/title: variable "zone" is not defined` },
    { path: `${graph}/title`, value: 'in [[zone]]', want: `${graph}/title: variable "zone" is not defined` },
    { path: '/templating/list/2/name', value: 'region', want: '/templating: variable "region" is defined twice' },
    { path: `${graph}/datasource/uid`, value: 'P1234', want: `${graph}/datasource/uid: "P1234" is no variable` },
    { path: `${graph}/targets/0/expr`, value: ' ', want: `${graph}/targets/0/expr: is empty` },
    {
      path: `${graph}/fieldConfig/overrides/0/matcher/options`,
      value: 'C',
      want: `${graph}/fieldConfig/overrides/0: no query C`,
    },
    { path: `${graph}/fieldConfig/defaults/unit`, value: undefined, want: `${graph}/fieldConfig/defaults: no unit` },
    {
      path: `${graph}/fieldConfig/defaults/thresholds/steps/0/value`,
      value: 0,
      want: `${graph}: thresholds do not ascend from null`,
    },
    {
      path: `${graph}/fieldConfig/defaults/thresholds/steps/1/value`,
      value: 9,
      want: `${graph}: thresholds do not ascend from null`,
    },
    {
      path: `${graph}/fieldConfig/defaults/thresholds/steps/1/value`,
      value: null,
      want: `${graph}: thresholds do not ascend from null`,
    },
    {
      path: `${tablePanel}/fieldConfig/overrides/1/properties/0/value/steps/0/value`,
      value: 1,
      want: `${tablePanel}: thresholds do not ascend from null`,
    },
  ])('$path = $value', ({ path, value, want }) => expect(dashboardProblems(withValue(path, value))).toContain(want));

  it('variables of Grafana itself are not ours to define', () => {
    const url = `/explore?\${__url_time_range}&x=\${__data.fields["SLO"]}&y=$__all`;
    expect(dashboardProblems(withValue(`${graph}/links/0/url`, url))).toEqual([]);
  });
});

it('every unit of the policy is one that Grafana has', () => {
  const known = new Set<unknown>(Object.values(sdkUnits));
  const wanted = [
    ...Object.values(units).map(({ grafana }) => grafana),
    'none',
    'string',
    'dateTimeAsIso',
    'm',
    'd',
    'bool',
  ];
  expect(wanted.filter((unit) => !known.has(unit))).toEqual([]);
});

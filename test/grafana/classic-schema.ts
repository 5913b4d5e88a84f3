import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { isForeign, referenceProblems } from './classic-references.ts';
import { dataAndTextPanels, fields, items, text } from './json-walk.ts';

const schema: unknown = JSON.parse(readFileSync(new URL('classic.schema.json', import.meta.url), 'utf8'));
const definitions = fields(fields(schema).definitions);
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(fields(schema), 'classic');

/** The release of the SDK that the schema was made from, as `generate-schema.ts` noted it. */
export const schemaSource = text(fields(schema).$comment);

/** The schemas of what the SDK's dashboard types leave open, by panel type. */
const dataPanels: Readonly<Record<string, { readonly options: string; readonly custom: string }>> = {
  timeseries: { options: 'TimeseriesOptions', custom: 'TimeseriesCustom' },
  stat: { options: 'StatOptions', custom: 'NoCustom' },
  bargauge: { options: 'BarGaugeOptions', custom: 'NoCustom' },
  'state-timeline': { options: 'StateTimelineOptions', custom: 'StateTimelineCustom' },
  table: { options: 'TableOptions', custom: 'TableCustom' },
};

const transformationOptions: Readonly<Record<string, string>> = {
  merge: 'MergeOptions',
  organize: 'OrganizeOptions',
  filterFieldsByName: 'FilterFieldsByNameOptions',
  joinByField: 'JoinByFieldOptions',
};

/**
 * What is wrong with a dashboard of the classic schema: unknown, misspelt, missing or ill-typed fields at every level, then
 * references, ids and places. Each problem starts with the path to it. Empty: Grafana finds everything where it looks.
 */
export function dashboardProblems(dashboard: unknown): readonly string[] {
  return [...schemaProblems(dashboard), ...referenceProblems(dashboard)];
}

function schemaProblems(dashboard: unknown): readonly string[] {
  const rows = items(fields(dashboard).panels).flatMap((panel, index) =>
    fields(panel).type === 'row' ? check('ClassicRow', panel, `/panels/${index}`) : [],
  );
  const panels = dataAndTextPanels(dashboard).flatMap(({ panel, path }) => panelProblems(panel, path));
  return [...check('ClassicDashboard', dashboard, ''), ...rows, ...panels];
}

function panelProblems(value: unknown, path: string): readonly string[] {
  const panel = fields(value);
  if (panel.type === 'text') {
    return [...check('ClassicTextPanel', panel, path), ...check('TextOptions', panel.options, `${path}/options`)];
  }
  const kind = dataPanels[text(panel.type)];
  if (kind === undefined) return [`${path}/type: no panel of type "${text(panel.type)}" is known`];
  return [
    ...check('ClassicDataPanel', panel, path),
    ...check(kind.options, panel.options, `${path}/options`),
    ...items(panel.targets).flatMap((target, i) =>
      isForeign(target)
        ? check('DataSourceRef', fields(target).datasource, `${path}/targets/${i}/datasource`)
        : check('ClassicTarget', target, `${path}/targets/${i}`),
    ),
    ...items(panel.transformations).flatMap((t, i) => transformationProblems(t, `${path}/transformations/${i}`)),
    ...fieldConfigProblems(panel.fieldConfig, kind.custom, `${path}/fieldConfig`),
  ];
}

function transformationProblems(transformation: unknown, path: string): readonly string[] {
  const { id, options } = fields(transformation);
  const definition = transformationOptions[text(id)];
  const inside =
    definition === undefined
      ? [`${path}/id: no transformation "${text(id)}" is known`]
      : check(definition, options, `${path}/options`);
  return [...check('ClassicTransformation', transformation, path), ...inside];
}

function fieldConfigProblems(fieldConfig: unknown, custom: string, path: string): readonly string[] {
  const { defaults, overrides } = fields(fieldConfig);
  return [
    ...check('ClassicFieldConfigSource', fieldConfig, path),
    ...check(custom, fields(defaults).custom ?? {}, `${path}/defaults/custom`),
    ...items(overrides).flatMap((override, i) => [
      ...check('ClassicOverride', override, `${path}/overrides/${i}`),
      ...items(fields(override).properties).flatMap((property, j) =>
        propertyProblems(property, custom, `${path}/overrides/${i}/properties/${j}`),
      ),
    ]),
  ];
}

/** A property is a field of the field config by name: `unit`, or `custom.lineStyle` for one of the panel's own. */
function propertyProblems(property: unknown, custom: string, path: string): readonly string[] {
  const { id, value } = fields(property);
  const [, prefix, name = ''] = /^(custom\.)?(.*)$/.exec(text(id)) ?? [];
  const definition = prefix === undefined ? 'ClassicFieldConfig' : custom;
  const known = Object.hasOwn(fields(fields(definitions[definition]).properties), name);
  if (!known) return [`${path}/id: no property "${text(id)}" is known`];
  return check(`${definition}/properties/${name}`, value, `${path}/value`);
}

function check(definition: string, value: unknown, path: string): readonly string[] {
  const validate = ajv.getSchema(`classic#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`the schema has no ${definition}; run test/grafana/generate-schema.ts`);
  return validate(value) === true ? [] : (validate.errors ?? []).map((error) => describe(path, error));
}

function describe(path: string, { instancePath, message, params }: ErrorObject): string {
  const extra: unknown = fields(params).additionalProperty;
  const what = extra === undefined ? (message ?? 'is wrong') : `has an unknown field "${text(extra)}"`;
  return `${`${path}${instancePath}` || '/'}: ${what}`;
}

import { isDeepStrictEqual } from 'node:util';
import type { ClassicPanel } from './panel.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the SDK writes although Grafana assumes the same when it is absent; `placement` has no other value to choose. */
const defaults = {
  dashboard: { fiscalYearStartMonth: 0 },
  variable: {
    allowCustomValue: true,
    auto: false,
    auto_count: 30,
    auto_min: '10s',
    includeAll: false,
    multi: false,
    skipUrlSync: false,
  },
  annotation: { builtIn: 0, hide: false, placement: 'inControlsMenu' },
  link: { placement: 'inControlsMenu' },
  panel: { repeatDirection: 'h', transparent: false },
  target: { range: false },
} as const satisfies Record<string, Fields>;

const hiddenLegend = { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: false };

/** The defaults of the panels themselves; never a legend that we chose, those always show. */
const optionDefaults: Readonly<Record<string, Fields>> = {
  stat: {
    justifyMode: 'auto',
    orientation: 'auto',
    percentChangeColorMode: 'standard',
    showPercentChange: false,
    textMode: 'auto',
    wideLayout: true,
  },
  bargauge: {
    legend: hiddenLegend,
    maxVizHeight: 300,
    minVizHeight: 16,
    minVizWidth: 8,
    namePlacement: 'auto',
    showUnfilled: true,
    sizing: 'auto',
    valueMode: 'color',
  },
  'state-timeline': { alignValue: 'left', mergeValues: true, perPage: 20, rowHeight: 0.9, showValue: 'auto' },
  table: {
    cellHeight: 'sm',
    footer: { countRows: false, reducer: [], show: false },
    frameIndex: 0,
    showHeader: true,
    showTypeIcons: false,
  },
};

const customDefaults: Readonly<Record<string, Fields>> = {
  'state-timeline': { fillOpacity: 70, lineWidth: 0 },
  table: { align: 'auto', inspect: false },
};

/** Without the fields of one kind of object that only repeat Grafana's defaults. */
export function quiet(kind: keyof typeof defaults, value: object): Fields {
  return omitEqual(value, defaults[kind]);
}

/** A panel without such fields, at every level. */
export function quietPanel(panel: ClassicPanel): Fields {
  const { options, targets, fieldConfig, ...rest } = panel;
  return {
    ...quiet('panel', rest),
    options: omitEqual(options, optionDefaults[panel.type] ?? {}),
    ...(targets !== undefined && { targets: targets.map(quietTarget) }),
    ...(fieldConfig !== undefined && {
      fieldConfig: { ...fieldConfig, defaults: quietFieldConfig(panel.type, fieldConfig.defaults) },
    }),
  };
}

/** Only of Prometheus' queries the defaults are known; another data source's goes out as its author wrote it. */
function quietTarget(target: object): Fields {
  return 'datasource' in target && target.datasource !== undefined ? { ...target } : quiet('target', target);
}

function quietFieldConfig(type: string, { custom, ...fields }: { readonly custom?: object }): Fields {
  const kept = omitEqual(custom ?? {}, customDefaults[type] ?? {});
  return Object.keys(kept).length === 0 ? fields : { ...fields, custom: kept };
}

function omitEqual(value: object, defaultValues: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, field]) => !(key in defaultValues) || !isDeepStrictEqual(field, defaultValues[key]),
    ),
  );
}

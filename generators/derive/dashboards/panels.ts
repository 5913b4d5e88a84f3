import type {
  BarGaugePanel,
  PanelLink,
  Query,
  StatPanel,
  ThresholdStep,
  TimeseriesPanel,
} from '../../model/dashboard.ts';
import { type GrafanaUnit, type Unit, units } from '../../policy/units.ts';
import type { Instant } from '../../promql/index.ts';

/** Eight grid rows: three panels and a row title fill a screen. */
const HEIGHT = 8;
const STAT_HEIGHT = 4;

/** How Grafana writes a unit. */
export const grafanaUnit = (unit: Unit): GrafanaUnit => units[unit].grafana;

interface Limit {
  readonly at: number;
  readonly bad: 'above' | 'below';
}

/**
 * Lines in red where a condition begins to be true, and in green at a target: the figures of the rule and of the panel are the
 * same. Grafana draws the line of a step in the step's colour, but up to the first transparent step in the colour below it:
 * so what is good above a lower limit is transparent.
 */
export function limitSteps(limits: readonly Limit[], target?: number): readonly ThresholdStep[] {
  const floor = Math.max(...limits.filter(({ bad }) => bad === 'below').map(({ at }) => at));
  const ceiling = Math.min(...limits.filter(({ bad }) => bad === 'above').map(({ at }) => at));
  const isLine = target !== undefined && target > floor && target < ceiling;
  const edges = new Set([...limits.map(({ at }) => at), ...(isLine ? [target] : [])]);
  const colourOf = (edge: number): ThresholdStep['colour'] => {
    if (edge === floor && floor < ceiling) return 'transparent';
    return isLine && edge === target ? 'green' : 'red';
  };
  return [
    { colour: Number.isFinite(floor) ? 'red' : 'green' },
    ...[...edges].sort((a, b) => a - b).map((from): ThresholdStep => ({ from, colour: colourOf(from) })),
  ];
}

/** A line for what is expected: no judgement, so no red. */
export function expectedSteps(expected: number | undefined): readonly ThresholdStep[] | undefined {
  return expected === undefined ? undefined : [{ colour: 'transparent' }, { from: expected, colour: 'orange' }];
}

type TimeseriesInput = Pick<TimeseriesPanel, 'key' | 'title' | 'unit' | 'queries'> & {
  readonly width?: number;
  readonly description?: string | undefined;
  readonly thresholds?: readonly ThresholdStep[] | undefined;
  readonly noValue?: string;
  readonly links?: readonly PanelLink[];
  /** The figure may be negative; otherwise the axis begins at zero. */
  readonly signed?: boolean;
  readonly max?: number;
};

/** A line chart; thresholds are drawn as lines. */
export function timeseries({ width = 8, thresholds, description, signed, ...input }: TimeseriesInput): TimeseriesPanel {
  return {
    kind: 'timeseries',
    width,
    height: HEIGHT,
    ...(signed === true ? {} : { min: 0 }),
    ...input,
    ...(description === undefined ? {} : { description }),
    ...(thresholds === undefined ? {} : { thresholds, thresholdLines: true }),
  };
}

type BarsInput = Omit<BarGaugePanel, 'kind' | 'width' | 'height'>;

/** One bar for each figure, as of now, from zero on: a bar that began at the smallest would show it as nothing. */
export function bars(input: BarsInput): BarGaugePanel {
  return { kind: 'bargauge', width: 8, height: HEIGHT, min: 0, ...input };
}

type StatInput = Omit<StatPanel, 'kind' | 'width' | 'height'> & { readonly width?: number };

/** One figure, now. */
export function stat(input: StatInput): StatPanel {
  return { kind: 'stat', width: 4, height: STAT_HEIGHT, colour: 'value', ...input };
}

export function query(key: string, expr: Instant, legend: string, more: Partial<Query> = {}): Query {
  return { key, expr, legend, ...more };
}

/** A budget: red when spent, yellow in its last quarter. */
export const budgetSteps: readonly ThresholdStep[] = [
  { colour: 'red' },
  { from: 0, colour: 'yellow' },
  { from: 0.25, colour: 'green' },
];

export const WARMING_UP = 'warming up';

/** An author's words as a legend, where Grafana would read `{{…}}` as a label: a word joiner keeps the braces apart. */
export const wordsLegend = (words: string): string => words.replaceAll('{{', '{\u2060{');

/** A figure among others by its name, and by the labels that keep it apart: `Redis {{region}}`. */
export const namedLegend = (name: string, by: readonly string[]): string =>
  [wordsLegend(name), ...by.map((label) => `{{${label}}}`)].join(' ');

/** Labels as a legend: `{{region}}`, or an author's words. */
export const legendOf = (by: readonly string[], otherwise: string): string =>
  by.length === 0 ? wordsLegend(otherwise) : by.map((label) => `{{${label}}}`).join(' ');

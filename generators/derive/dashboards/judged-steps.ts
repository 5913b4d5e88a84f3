import type { ThresholdStep } from '../../model/dashboard.ts';
import type { Measure } from '../../model/stack.ts';
import type { Limits } from '../measures.ts';

type Better = NonNullable<Measure['better']>;

/**
 * The colours of a figure that is judged by its limits and its target: red beyond a limit, yellow between limit and target,
 * green where it should be. Undefined where nothing judges it.
 */
export function judgedSteps(
  limits: Limits,
  target: number | undefined,
  better: Better,
): readonly ThresholdStep[] | undefined {
  const edges = [...new Set([...limits.map(({ at }) => at), ...(target === undefined ? [] : [target])])];
  const [first, ...rest] = edges.sort((a, b) => a - b);
  if (first === undefined) return undefined;
  const last = rest.at(-1) ?? first;
  const between = [first, ...rest].map((edge, i) => ({ from: edge, at: (edge + (rest[i] ?? last + 2)) / 2 }));
  const steps = [
    { colour: colourAt(first - 1, limits, target, better) },
    ...between.map(({ from, at }) => ({ from, colour: colourAt(at, limits, target, better) })),
  ];
  return steps.filter(({ colour }, i) => colour !== steps[i - 1]?.colour);
}

function colourAt(
  figure: number,
  limits: Limits,
  target: number | undefined,
  better: Better,
): 'red' | 'yellow' | 'green' {
  if (limits.some(({ at, bad }) => (bad === 'above' ? figure > at : figure < at))) return 'red';
  if (target === undefined || better === 'band') return 'green';
  return (better === 'up' ? figure >= target : figure <= target) ? 'green' : 'yellow';
}

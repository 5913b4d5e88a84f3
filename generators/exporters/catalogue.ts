import { type Placed, place } from '../language/place.ts';

/**
 * The metrics that a program exposes, by the name that an author reads. They lose the place where this package made them:
 * a complaint about one says which definition uses it. (Were `M` made of metrics, each would be inferred as any metric.)
 */
export function catalogue<const M extends Readonly<Record<string, Placed>>>(exporter: string, metrics: M): Readonly<M> {
  const entries = Object.entries(metrics).map(([name, metric]) => [name, exposedBy(exporter, metric)] as const);
  // The same keys with handles of the same types, which Object.fromEntries cannot say.
  return Object.freeze(Object.fromEntries(entries)) as Readonly<M>;
}

function exposedBy(exporter: string, metric: Placed): object {
  const { [place]: _, ...fields } = metric;
  return Object.freeze(Object.assign(Object.create(Object.getPrototypeOf(metric)), fields, { exporter }));
}

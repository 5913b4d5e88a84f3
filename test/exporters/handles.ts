import type { Metric } from 'signalbox';
import * as catalogues from 'signalbox/exporters';

/** Every handle of every catalogue, by the name under which an author finds it: `node.cpuSeconds`. */
export const handles: readonly (readonly [name: string, metric: Metric])[] = Object.entries(catalogues).flatMap(
  ([catalogue, metrics]) =>
    Object.entries(metrics).map(([name, metric]): readonly [string, Metric] => [`${catalogue}.${name}`, metric]),
);

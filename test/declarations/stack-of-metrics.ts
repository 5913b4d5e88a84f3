import { definitions, makeProject, writeFiles } from '../cli/signalbox.ts';

/**
 * Makes a directory a project whose one service shows a value of every metric of `definitions/all.metrics.ts`, which is
 * still to be written there.
 */
export function makeStackOfMetrics(directory: string): void {
  makeProject(directory);
  const stack = definitions({
    more: 'signals: Object.fromEntries(Object.values<s.Metric>(metrics).flatMap(signalOf)),',
  });
  writeFiles(directory, { 'definitions/index.ts': `import * as metrics from './all.metrics.ts';\n${stack}${SIGNAL}` });
}

const SIGNAL = `
function signalOf(metric: s.Metric): [string, s.Value][] {
  switch (metric.kind) {
    case 'counter':
      return [[metric.name, s.rate(metric)]];
    case 'gauge':
      return [[metric.name, s.total(metric)]];
    case 'histogram':
    case 'native-histogram':
      return [[metric.name, s.p99(metric)]];
    case 'summary':
      return [[metric.name, s.mean(metric)]];
    case 'info':
      return [];
  }
}
`;

import { joinObserved } from '../../reality/view.ts';
import { readExposition } from '../import/read-exposition.ts';
import type { Sight } from './sight.ts';

/** Reads saved expositions as if one server exposed them all. One that cannot be read, or holds nothing, is refused. */
export function readFiles(files: readonly string[], cwd: string): Sight {
  const readings = files.map((file) => ({ file, reading: readExposition(file, cwd) }));
  const failures = readings.flatMap(({ file, reading }) => {
    if (reading.kind === 'failed') return [reading.message];
    const hasSeries = [...reading.observed.families.values()].some(({ series }) => series.length > 0);
    return hasSeries ? [] : [`there is no metric in ${file}${firstProblem(reading.warnings)}.`];
  });
  if (failures.length > 0) return { kind: 'unread', message: failures.join('\n') };
  const read = readings.flatMap(({ reading }) => (reading.kind === 'read' ? [reading] : []));
  const observed = joinObserved(read.map((one) => one.observed));
  return {
    kind: 'read',
    seen: { source: 'exposition', observed, truncated: [] },
    source: files.join(', '),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

const firstProblem = ([first]: readonly string[]): string => (first === undefined ? '' : ` (${first})`);

import { nearestOf } from '../diagnostics/suggestion.ts';
import { surveyOf } from '../interlock/survey/index.ts';
import type { Compiled } from '../model/observables.ts';
import { UP } from './view.ts';

/** Of a metric that is missing, so many others are looked at: one may be its new name. */
const MOST_CANDIDATES = 5;

const PARTS = ['', '_bucket', '_sum', '_count'];

/**
 * The names of series that a server has to be asked for, of the names that it has: those of every declared metric, and of
 * what a missing one may be called now. A server of a whole company has too many to ask for all.
 */
export function namesToAsk(compiled: readonly Compiled[], listed: readonly string[]): readonly string[] {
  const metrics = compiled.flatMap((one) => [...surveyOf(one).declared.keys()]);
  const declared = new Set(metrics.flatMap(parts));
  const there = new Set(listed);
  const others = [...new Set(listed.filter((name) => !declared.has(name)).map(wholeOf))];
  const missing = [...new Set(metrics)].filter((name) => !parts(name).some((part) => there.has(part)));
  const candidates = missing.flatMap((name) => [
    ...nearestOf(name, others, MOST_CANDIDATES),
    ...others.filter((other) => other === `${name}_total` || `${other}_total` === name),
  ]);
  // What is declared and not there is asked for as well: the server may know its type, and wait for its first series.
  return [
    ...new Set([UP, ...metrics, ...[...metrics, ...candidates].flatMap(parts).filter((name) => there.has(name))]),
  ];
}

const parts = (name: string): readonly string[] => PARTS.map((part) => name + part);

const wholeOf = (name: string): string => name.replace(/_(?:bucket|sum|count)$/, '');

import type { PrometheusVersion } from '../../generators/promql/index.ts';
import { judge } from '../judges/programs.ts';
import type { Tree } from './trees.ts';

/** `2.42` of what a judge says of itself. */
function ownVersion(program: 'promtool' | 'amtool'): string {
  const [, version] = /version (\d+\.\d+)/.exec(judge(program, ['--version']).output) ?? [];
  if (version === undefined) throw new Error(`${program} does not say its version`);
  return version;
}

export const judgeVersion = { promtool: ownVersion('promtool'), amtool: ownVersion('amtool') } as const;

/** Whether a judge of one version knows all that was written for another. */
function knows(judge: string, target: string): boolean {
  const [major = 0, minor = 0] = judge.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = target.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** A version as the checks of PromQL want it. */
export function versionOf(text: string): PrometheusVersion {
  const [major = 0, minor = 0] = text.split('.').map(Number);
  return `${major}.${minor}`;
}

/** The version of the Prometheus that loads a file of rules or of their tests: the first has no folder of its own. */
export function prometheusOf({ stack, name }: Tree, path: string): string {
  const [, id] = /^prometheus\/(?:([^/]+)\/)?(?:rules|tests)\//.exec(path) ?? [];
  const [first] = stack.evaluators;
  const evaluator = id === undefined ? first : stack.evaluators.find((one) => one.id === id);
  if (evaluator === undefined) throw new Error(`${name}/${path} belongs to no evaluator`);
  return evaluator.version;
}

/** The oldest Prometheus of a stack, which must understand what its dashboards ask. */
export function oldestPrometheus({ stack }: Tree): string {
  return stack.evaluators.map(({ version }) => version).reduce((a, b) => (knows(a, b) ? b : a));
}

interface Target<T> {
  readonly name: string;
  readonly version: string;
  readonly item: T;
}

/** What a judge can judge, and what it is too old for: named with the reason, never passed silently. */
export function judgeable<T>(program: keyof typeof judgeVersion, targets: readonly Target<T>[]) {
  const version = judgeVersion[program];
  const judged = targets.filter((one) => knows(version, one.version)).map(({ item }) => item);
  const notJudged = targets
    .filter((one) => !knows(version, one.version))
    .map((one) => `${one.name}: written for ${one.version}, ${program} is ${version}`);
  return { judged, notJudged };
}

/** Says what was looked at, on the terminal; the counts are asserted beside it. */
export function report(what: string, notJudged: readonly string[] = []): void {
  const rest = notJudged.map((one) => `\n  not judged: ${one}`).join('');
  process.stderr.write(`${what}${rest}\n`);
}

import { type Compilation, compile } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { isRealityCode } from '../reality/explanations.ts';
import { isStack } from '../resolve/shapes.ts';
import type { BuildCall } from './arguments.ts';
import { type Baseline, entriesOf, readBaseline, writeBaseline } from './baseline.ts';
import type { Against } from './compare/against.ts';
import { loadDefinitions } from './load.ts';
import { deliver } from './output.ts';
import { reportTypes, reportVerdict } from './report.ts';
import { knownErrorsIn, settle, type Verdict } from './settle.ts';
import type { TypeCheck } from './type-check.ts';
import type { World } from './world.ts';

/** Builds or checks, while `typing` runs; the output is touched only when definitions and types are both clean. */
export async function build(call: BuildCall, world: World, typing: Promise<TypeCheck> | undefined): Promise<number> {
  world.progress(`Compiling ${call.definitions}`);
  const work = await compileFile(call, world);
  const types = await typing;
  world.progress('');
  if (work.kind === 'wrong call') {
    world.complain(`signalbox: ${work.message}\n`);
    return 2;
  }
  reportVerdict(work.verdict, call, world);
  const typed = reportTypes(types, world);
  if (work.verdict.errors.length > 0 || !typed) return 1;
  if (call.against !== undefined) return 0;
  return work.compilation === undefined ? 1 : deliver(call, work.compilation, world);
}

type Work =
  | { readonly kind: 'judged'; readonly verdict: Verdict; readonly compilation?: Compilation }
  | { readonly kind: 'wrong call'; readonly message: string };

async function compileFile(call: BuildCall, world: World): Promise<Work> {
  const baseline = readBaseline(call.definitions, world.cwd);
  const loaded = await loadDefinitions(call.definitions, world.cwd);
  if (loaded.kind === 'failed') return { kind: 'judged', verdict: failure(loaded.diagnostics) };
  const message = unknownStack(call.stacks, loaded.stacks) ?? baselineMisuse(call, baseline);
  if (message !== undefined) return { kind: 'wrong call', message };
  const chosen = loaded.stacks.filter((one) => call.stacks.length === 0 || call.stacks.includes(idOf(one)));
  const compilation = compile(chosen, loaded.files);
  const comparison = await comparisonOf(call.against, compilation, call, world);
  if (comparison?.kind === 'unread') return { kind: 'wrong call', message: comparison.message };
  if (baseline.kind === 'unreadable') return { kind: 'judged', verdict: failure([baseline.diagnostic]) };
  const found = [...compilation.diagnostics, ...(comparison?.diagnostics ?? [])];
  return { kind: 'judged', verdict: judge(found, compilation, baseline, call, world), compilation };
}

/** What a build needs not is not loaded. */
async function comparisonOf(against: Against | undefined, compilation: Compilation, call: BuildCall, world: World) {
  if (against === undefined) return undefined;
  const { compareWith } = await import('./compare/compare-with.ts');
  return compareWith(against, compilation, call, world);
}

function failure(errors: readonly Diagnostic[]): Verdict {
  return { errors, warnings: [], known: [], waived: [] };
}

type ReadableBaseline = Baseline & { readonly kind: 'read' };

/** Settles with the baseline as it is, or as the call wants it to be. */
function judge(
  diagnostics: readonly Diagnostic[],
  { settings }: Compilation,
  { file, entries }: ReadableBaseline,
  call: BuildCall,
  world: World,
): Verdict {
  const mine = entriesOf(entries, call.stacks);
  const compared = call.against !== undefined;
  const judgement = { settings, baseline: mine, today: world.today(call.today), compared };
  const verdict = settle(diagnostics, judgement);
  if (call.baseline === 'use') return verdict;
  const occurring = knownErrorsIn(verdict);
  const kept = occurring.filter((one) => mine.some(({ code, path }) => code === one.code && path === one.path));
  const wanted = call.baseline === 'write' ? occurring : kept;
  // Of servers a build knows nothing: what is known of them stays.
  const others = entries.filter((entry) => !mine.includes(entry) || isRealityCode(entry.code));
  writeBaseline(file, [...others, ...wanted]);
  return settle(diagnostics, { ...judgement, baseline: wanted });
}

function idOf(stack: unknown): string {
  return isStack(stack) && typeof stack.id === 'string' ? stack.id : '';
}

function unknownStack(asked: readonly string[], stacks: readonly unknown[]): string | undefined {
  const ids = stacks.map(idOf);
  const unknown = asked.find((id) => !ids.includes(id));
  if (unknown === undefined) return undefined;
  return `there is no stack ${JSON.stringify(unknown)}${didYouMean(unknown, ids) || `; there is ${ids.join(', ')}`}`;
}

function baselineMisuse({ baseline: wish }: BuildCall, baseline: Baseline): string | undefined {
  if (baseline.kind === 'unreadable') return undefined;
  if (wish === 'write' && baseline.exists)
    return 'a baseline only shrinks: there is one already, see --shrink-baseline';
  return wish === 'shrink' && !baseline.exists ? 'there is no baseline to shrink, see --write-baseline' : undefined;
}

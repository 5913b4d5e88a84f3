import type { StackSettings } from '../compile.ts';
import { type Diagnostic, inside, pathText, problem, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { isAdjustable } from '../diagnostics/explanations.ts';
import { nearest } from '../diagnostics/suggestion.ts';
import type { Waiver } from '../language/stack.ts';
import { isRealityCode } from '../reality/explanations.ts';
import { isSettable, unknownSettings } from './unknown-settings.ts';

/** An error that an organisation started with: `signalbox-baseline.json` lists them. */
export interface KnownError {
  readonly code: string;
  readonly path: string;
}

export interface Judgement {
  readonly settings: readonly StackSettings[];
  readonly baseline: readonly KnownError[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether servers were looked at; if not, nobody knows which of their problems are repaired. */
  readonly compared?: boolean;
}

export interface Verdict {
  /** These stop the build. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Errors that the baseline holds. */
  readonly known: readonly Diagnostic[];
  readonly waived: readonly Diagnostic[];
}

/** Applies each stack's levels and waivers, then the baseline, to every problem that these may touch. */
export function settle(diagnostics: readonly Diagnostic[], judgement: Judgement): Verdict {
  const { settings, baseline, today, compared = false } = judgement;
  const inSight = ({ code }: { readonly code: string }): boolean => compared || !isRealityCode(code);
  const levelled = diagnostics.flatMap((one) => withLevel(one, settings) ?? []);
  const waivers = settings.flatMap(({ waivers }) => waivers);
  const valid = waivers.filter(({ until }) => until >= today);
  const waived = levelled.filter((one) => valid.some((waiver) => waives(waiver, one)));
  const open = levelled.filter((one) => !waived.includes(one));
  const known = open.filter((one) => isAdjustable(one.code) && baseline.some((entry) => knows(entry, one)));
  const rest = [
    ...open.filter((one) => !known.includes(one)),
    ...settings.flatMap(unknownSettings),
    ...expired(settings, today),
  ];
  const leftovers = diagnostics.some(({ code }) => !isAdjustable(code))
    ? // Not everything was compiled: what seems repaired may only be out of sight.
      []
    : [...unused(settings, today, levelled, inSight), ...stale(baseline.filter(inSight), open)];
  const all = sortDiagnostics([...rest, ...leftovers]);
  return {
    errors: all.filter(({ level }) => level === 'error'),
    warnings: all.filter(({ level }) => level === 'warning'),
    known,
    waived,
  };
}

/** The entries of a baseline for all errors that one can hold. */
export function knownErrorsIn(verdict: Verdict): readonly KnownError[] {
  const errors = [...verdict.known, ...verdict.errors].filter(({ code }) => isAdjustable(code));
  const entries = errors.map(({ code, address }) => ({ code, path: pathText(address) }));
  const unique = new Map(entries.map((entry) => [`${entry.path}\u0000${entry.code}`, entry]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function withLevel(one: Diagnostic, settings: readonly StackSettings[]): Diagnostic | undefined {
  const levels = settings.find(({ stackId }) => stackId === one.address.path[0])?.levels ?? {};
  const level = Object.hasOwn(levels, one.code) && isAdjustable(one.code) ? levels[one.code] : one.level;
  return level === undefined || level === 'off' ? undefined : { ...one, level };
}

/** A waiver holds for the definition that it names and for that definition's own fields. */
function waives({ code, of }: Waiver, one: Diagnostic): boolean {
  const path = pathText(one.address);
  const covers = path === of || path.startsWith(`${of}.`) || path.startsWith(`${of}[`);
  return covers && code === one.code && isAdjustable(one.code);
}

function knows({ code, path }: KnownError, one: Diagnostic): boolean {
  return one.level === 'error' && one.code === code && pathText(one.address) === path;
}

interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly address: Diagnostic['address'];
}

function placed({ waivers, address }: StackSettings): readonly PlacedWaiver[] {
  return waivers.map((waiver, index) => ({ waiver, address: inside(address, `waivers[${index}]`) }));
}

function expired(settings: readonly StackSettings[], today: string): readonly Diagnostic[] {
  return settings.flatMap(placed).flatMap(({ waiver, address }) => {
    if (waiver.until >= today) return [];
    const message = `the waiver of ${waiver.code} for ${waiver.of} ended on ${waiver.until}`;
    return [
      problem(
        'waiver/expired',
        address,
        message,
        `Repair it and remove the waiver, or ask ${waiver.owner} for another date.`,
      ),
    ];
  });
}

function unused(
  settings: readonly StackSettings[],
  today: string,
  found: readonly Diagnostic[],
  inSight: (waiver: Waiver) => boolean,
): readonly Diagnostic[] {
  return settings.flatMap(placed).flatMap(({ waiver, address }) => {
    if (
      !inSight(waiver) ||
      waiver.until < today ||
      !isSettable(waiver.code) ||
      found.some((one) => waives(waiver, one))
    )
      return [];
    const message = `nothing to waive: there is no ${waiver.code} at ${waiver.of}`;
    return [{ ...problem('waiver/unused', address, message, unusedCure(waiver, found)), level: 'warning' as const }];
  });
}

/** Where the same complaint is made elsewhere, the definition may only have been misnamed. */
function unusedCure({ code, of }: Waiver, found: readonly Diagnostic[]): string {
  const paths = [...new Set(found.filter((one) => one.code === code).map(({ address }) => pathText(address)))];
  const meant = nearest(of, paths) ?? paths[0];
  return meant === undefined ? 'Remove the waiver.' : `Remove the waiver, or correct its \`of\`: '${meant}'.`;
}

function stale(baseline: readonly KnownError[], open: readonly Diagnostic[]): readonly Diagnostic[] {
  return baseline
    .filter((entry) => !open.some((one) => knows(entry, one)))
    .map(({ code, path }) => {
      const message = `signalbox-baseline.json lists ${code} here, and it is no longer so`;
      const cure = 'Remove the entry, or run signalbox build --shrink-baseline.';
      return problem('baseline/stale', { path: path.split(' › ') }, message, cure);
    });
}

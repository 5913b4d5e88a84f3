import type { Survey } from '../interlock/survey/index.ts';
import type { RuleUse, Use } from '../interlock/survey/uses.ts';
import { label, series } from '../model/names.ts';
import type { Compiled } from '../model/observables.ts';
import { printNode, selector as selectorOf } from '../promql/index.ts';
import type { Blinded } from './blindness.ts';

/** Names of what sees nothing, or never sees what it should; each list sorted and without doubles. */
export interface BlindList {
  readonly alerts: readonly string[];
  readonly slos: readonly string[];
  readonly recordings: readonly string[];
  /** `For You feed › Latency` */
  readonly panels: readonly string[];
  readonly runbooks: readonly string[];
  /** What fills the variables and marks the graphs of dashboards. */
  readonly lists: readonly string[];
}

type Kind = keyof BlindList;
type Returns = Blinded['returns'];

/** A thing that people know by one name, made of one expression or several. */
interface Thing {
  readonly kind: Kind;
  readonly name: string;
  /** Blind only where all its expressions are, like alerts of one name; else where one is. */
  readonly all: boolean;
}

/** Tells of every expression of a compiled stack which things are made of it. */
export interface Inventory {
  readonly listOf: (blinded: readonly Blinded[]) => Readonly<Record<Returns, BlindList>>;
  /** What the expression is, and its name among those. */
  readonly named: (use: Use) => { readonly kind: Kind; readonly name: string };
}

/** Which alerts, SLOs and panels there are, and of how many expressions each is made. */
export function inventoryOf({ observables }: Compiled, { rules, runbooks, boards }: Survey): Inventory {
  const titles = new Map(observables.slos.map(({ slo }) => [slo.id, slo.title]));
  const parts = new Map<Use, readonly Thing[]>();
  for (const use of rules) parts.set(use, thingsOfRule(use, titles));
  for (const use of runbooks) parts.set(use, [{ kind: 'runbooks', name: use.runbook?.title ?? use.name, all: false }]);
  for (const use of boards) parts.set(use, [thingOnBoard(use)]);
  const sizes = counted([...parts.values()].flat());
  const ofUses = (list: readonly Blinded[]) =>
    wholeThings(
      list.flatMap(({ use }) => parts.get(use) ?? []),
      sizes,
    );
  return {
    listOf: (blinded) => {
      const blind = ofUses(blinded.filter(({ returns }) => returns === 'nothing'));
      const fooled = [...ofUses(blinded)].filter(([key]) => !blind.has(key));
      return { nothing: listOf(blind), fallback: listOf(new Map(fooled)) };
    },
    named: (use) => {
      const { kind, name } = parts.get(use)?.[0] ?? thingOnBoard(use);
      return { kind, name: plain(name) };
    },
  };
}

/** Names that two things may share are told apart by what follows a zero. */
const plain = (name: string): string => name.split('\0')[0] ?? '';

function thingsOfRule({ name, rule, alert }: RuleUse, titles: ReadonlyMap<string, string>): readonly Thing[] {
  if (rule.kind === 'alerting') return [{ kind: 'alerts', name: `${name}\0${alert?.unit ?? ''}`, all: true }];
  const slo = `${rule.labels[label.service]}/${rule.labels[label.slo]}`;
  const recording: Thing = { kind: 'recordings', name: recordingText(rule.record, rule.labels), all: false };
  const counts = rule.record === series.badRate || rule.record === series.totalRate;
  const title = titles.get(slo);
  return counts && title !== undefined
    ? [recording, { kind: 'slos', name: `${title}\0${slo}`, all: false }]
    : [recording];
}

function recordingText(record: string, labels: Readonly<Record<string, string>>): string {
  const own = Object.entries(labels).filter(([one]) =>
    [label.service, label.slo, label.window].some((of) => of === one),
  );
  return printNode(
    selectorOf(
      record,
      own.map(([of, value]) => ({ label: of, op: '=', value })),
    ).node,
  );
}

function thingOnBoard({ name, on }: Use): Thing {
  if (on?.panel === undefined) return { kind: 'lists', name, all: false };
  return { kind: 'panels', name: `${on.board.title} › ${on.panel.title}`, all: false };
}

const keyOf = ({ kind, name }: Thing): string => `${kind}\0${name}`;

function counted(things: readonly Thing[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

function wholeThings(things: readonly Thing[], sizes: ReadonlyMap<string, number>): ReadonlyMap<string, Thing> {
  const found = counted(things);
  const whole = things.filter((thing) => !thing.all || found.get(keyOf(thing)) === sizes.get(keyOf(thing)));
  return new Map(whole.map((thing) => [keyOf(thing), thing]));
}

function listOf(things: ReadonlyMap<string, Thing>): BlindList {
  const of = (kind: Kind): readonly string[] => {
    const names = [...things.values()].filter((thing) => thing.kind === kind).map(({ name }) => plain(name));
    return [...new Set(names)].sort();
  };
  return {
    alerts: of('alerts'),
    slos: of('slos'),
    recordings: of('recordings'),
    panels: of('panels'),
    runbooks: of('runbooks'),
    lists: of('lists'),
  };
}

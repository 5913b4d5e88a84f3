/** Whether the series of a result carry a label: all of them, some (or nobody knows), none. */
export type Presence = 'always' | 'maybe' | 'never';

/** What is known of a result's labels. `__name__` is one of them. */
export interface Labels {
  readonly known: ReadonlyMap<string, Presence>;
  /** What holds for all other labels: `maybe` where the set is open. */
  readonly others: 'maybe' | 'never';
}

/** A result without any label. */
export const noLabels: Labels = { known: new Map(), others: 'never' };

/** A result of which nothing is known. */
export const anyLabels: Labels = { known: new Map(), others: 'maybe' };

/** Whether a result carries a label. */
export function presenceOf({ known, others }: Labels, label: string): Presence {
  return known.get(label) ?? others;
}

/** The labels with some of them decided anew. */
export function withLabels(labels: Labels, presence: Presence, ...names: readonly string[]): Labels {
  return {
    known: new Map([...labels.known, ...names.map((name) => [name, presence] as const)]),
    others: labels.others,
  };
}

/** Only these of the labels. */
export function onlyLabels(labels: Labels, names: readonly string[]): Labels {
  return { known: new Map(names.map((name) => [name, presenceOf(labels, name)])), others: 'never' };
}

function combine(a: Labels, b: Labels, rule: (a: Presence, b: Presence) => Presence): Labels {
  const names = new Set([...a.known.keys(), ...b.known.keys()]);
  const known = new Map([...names].map((name) => [name, rule(presenceOf(a, name), presenceOf(b, name))]));
  return { known, others: rule(a.others, b.others) === 'never' ? 'never' : 'maybe' };
}

/** Labels of a result whose series come from one side or the other. */
export function eitherOf(a: Labels, b: Labels): Labels {
  return combine(a, b, (one, other) => (one === other ? one : 'maybe'));
}

/** Labels of series that must agree on all of them: a label that one side always or never has, so has the other. */
export function agreeing(a: Labels, b: Labels): Labels {
  return combine(a, b, (one, other) => (one === 'maybe' ? other : one));
}

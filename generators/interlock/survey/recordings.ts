import { label } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import type { RecordingRule, RuleGroup } from '../../model/rules.ts';
import type { SelectorNode } from '../../promql/index.ts';
import { canMeet, nameOf } from './matching.ts';

/** A rule that writes a series, and the group that runs it. */
export interface Recording {
  readonly rule: RecordingRule;
  readonly group: RuleGroup;
}

/** The rules that write the series a selector reads; undefined where nothing records that name. */
export type WritersOf = (selector: SelectorNode) => readonly Recording[] | undefined;

/**
 * Thousands of SLOs record series of the same few names, so the rules are found by name, service and SLO at once where
 * both sides say them.
 */
export function writersIn({ observables }: Compiled): WritersOf {
  const byName = new Map<string, Recording[]>();
  const bySlo = new Map<string, Recording[]>();
  for (const { groups } of observables.ruleFiles) {
    for (const group of groups) {
      for (const rule of group.rules) {
        if (rule.kind !== 'recording') continue;
        add(byName, rule.record, { rule, group });
        add(bySlo, sloKey(rule.record, rule.labels[label.service], rule.labels[label.slo]), { rule, group });
      }
    }
  }
  return (selector) => {
    const name = nameOf(selector);
    const all = name === undefined ? undefined : byName.get(name);
    if (name === undefined || all === undefined) return undefined;
    const wanted = (of: string) => selector.matchers.find((one) => one.label === of && one.op === '=')?.value;
    const near = bySlo.get(sloKey(name, wanted(label.service), wanted(label.slo))) ?? all;
    return near.filter(({ rule }) => agrees(rule, selector));
  };
}

const sloKey = (...parts: readonly (string | undefined)[]): string => parts.map((part) => part ?? '').join('\0');

function add(map: Map<string, Recording[]>, key: string, one: Recording): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}

/** Labels that the rule sets are known; others come from what it reads, and are judged elsewhere. */
function agrees({ labels }: RecordingRule, { matchers }: SelectorNode): boolean {
  return matchers.every((matcher) => {
    const value = labels[matcher.label];
    return value === undefined || canMeet(matcher, value);
  });
}

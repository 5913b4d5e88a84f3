import { placeIn } from '../../model/beside.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';

function findings({ stack, observables }: Compiled): readonly Finding[] {
  const theirs = new Map(
    stack.external.flatMap(({ file, alerts }) =>
      alerts.map(({ alert, line }) => [alert, placeIn(file, line)] as const),
    ),
  );
  return observables.alerts.flatMap(({ rule, address }) => {
    const place = theirs.get(rule.alert);
    if (place === undefined) return [];
    const message = `the name ${rule.alert} is taken by an alert in ${place}`;
    return [{ address, message, cure: 'Choose another: `name` of the alert, or its key.' }];
  });
}

/** An alert of ours and one of others under one name. */
export const nameTaken: Rule = {
  code: 'alert/name-taken',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'An alert has a name that no alert of others has.',
    cause:
      'Routes, silences and inhibitions that others wrote by name take ours as well, and whoever searches for the name at night finds the wrong page.',
    cure: 'Rename ours: `name` of the alert. Where ours replaces theirs, remove theirs from its file.',
  },
  check: findings,
};

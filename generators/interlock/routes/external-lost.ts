import { inside } from '../../diagnostics/diagnostic.ts';
import { placeIn } from '../../model/beside.ts';
import type { Compiled, Lost } from '../../model/observables.ts';
import { otherValue } from '../../model/route-certainty.ts';
import { listingOf, nameable } from '../existing/words.ts';
import type { Finding, Rule } from '../rule.ts';

/** `without team, with another namespace than routes name` */
function exampleText(example: Readonly<Record<string, string>>): string {
  const named = (wanted: (value: string) => boolean) => Object.entries(example).filter(([, value]) => wanted(value));
  const missing = named((value) => value === '').map(([name]) => name);
  const others = named((value) => value === otherValue).map(([name]) => name);
  const values = named((value) => value !== '' && value !== otherValue);
  return [
    ...(missing.length === 0 ? [] : [`without ${listingOf(missing)}`]),
    ...(others.length === 0 ? [] : [`with another ${listingOf(others)} than the routes name`]),
    ...values.map(([name, value]) => `with ${name}=${JSON.stringify(value)}`),
  ].join(', ');
}

function why(lost: Lost): string {
  switch (lost.kind) {
    case 'default-only':
      return `matches no route and reaches only the default receiver ${lost.receiver}`;
    case 'silent':
      return `reaches only ${listingOf(lost.receivers)}, which ${lost.receivers.length === 1 ? 'tells' : 'tell'} nobody`;
    case 'depends': {
      const labels = `${lost.dependsOn.length === 1 ? 'the label' : 'the labels'} ${listingOf(lost.dependsOn)}`;
      return `depends on ${labels}, known only when it fires: ${exampleText(lost.example)} it reaches only ${listingOf(lost.receivers)}`;
    }
  }
}

function findings({ stack, observables: { external } }: Compiled): readonly Finding[] {
  const file = stack.alertmanager.ownership === 'whole' ? '' : ' in the existing Alertmanager file';
  return external.flatMap(({ source, alerts }) =>
    alerts.flatMap(({ alert, lost }) => {
      if (lost === undefined) return [];
      const name = nameable(alert.alert);
      const to = source.team === undefined ? '' : ` to team ${source.team.title}`;
      const message = `${name} in ${placeIn(source.file, alert.line)} ${why(lost)}`;
      const cure =
        lost.kind === 'silent'
          ? `Let it reach somebody${file}, or waive this for it, if nobody is meant to hear.`
          : `Add a route for it${to}${file}, or give it labels that a route matches where it is written.`;
      return [{ address: inside(source.address, name), message, cure }];
    }),
  );
}

/** An alert of others that nobody hears of. */
export const externalLost: Rule = {
  code: 'route/external-lost',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'Every alert that others write reaches somebody by a route of its own.',
    cause:
      'It lands where everything unknown lands, or in a receiver that tells nobody, and has looked like protection for years. Labels that only the expression gives may be missing when it fires.',
    cure: 'Add a route for it, or give it the labels that a route matches. Where it is meant to tell nobody, waive the rule for it: the waiver says who decided that.',
  },
  check: findings,
};

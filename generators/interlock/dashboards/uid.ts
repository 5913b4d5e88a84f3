import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { boardAddresses } from '../survey/uses.ts';

/** Grafana's limit: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid */
const LONGEST = 40;

function complaints(uid: string, isTaken: boolean): readonly string[] {
  return [
    ...(uid.length > LONGEST ? [`has ${uid.length} characters, and Grafana takes ${LONGEST}`] : []),
    ...(/^[A-Za-z0-9_-]+$/.test(uid) ? [] : ['holds characters other than letters, digits, _ and -']),
    ...(isTaken ? ['is the uid of another dashboard too, upper and lower case aside'] : []),
  ];
}

function findings(compiled: Compiled): readonly Finding[] {
  const addressOf = boardAddresses(compiled);
  const taken = new Set<string>();
  return compiled.observables.dashboards.flatMap((board) => {
    const { uid } = board;
    const isTaken = taken.has(uid.toLowerCase());
    taken.add(uid.toLowerCase());
    return complaints(uid, isTaken).map((text) => ({
      address: addressOf(board),
      message: `the uid ${uid} ${text}`,
      cure: "Choose another: `dashboard: { uid: '…' }` at the service, or a shorter id.",
    }));
  });
}

/** A dashboard that Grafana refuses, or that takes the place of another. */
export const uid: Rule = {
  code: 'dashboard/uid',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A dashboard has a uid of its own, of at most 40 letters, digits, _ and -.',
    cause: 'Grafana refuses a longer uid, and of two dashboards with one uid it keeps the last.',
    cure: 'Set `dashboard: { uid }` at the service, or shorten the ids of stack and service.',
  },
  check: findings,
};

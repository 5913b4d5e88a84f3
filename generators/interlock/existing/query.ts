import { check } from '../../promql/index.ts';
import type { Rule } from '../rule.ts';
import { rawDashboards } from './raw-dashboard.ts';
import { filledIn, rawQueries } from './raw-queries.ts';
import { nameable } from './words.ts';

/** A query of others that no Prometheus of the stack takes. */
export const query: Rule = {
  code: 'existing/query',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'The queries of an existing dashboard parse.',
    cause: 'A panel whose query is refused shows an error, or nothing, to the person who needs it.',
    cure: 'Mend the query in Grafana and export the dashboard again.',
  },
  check: (compiled) =>
    rawDashboards(compiled).flatMap((board) =>
      rawQueries(board).flatMap(({ where, text }) => {
        const filled = filledIn(text);
        const { version } = compiled.stack.evaluators[0];
        const [problem] = filled === undefined ? [] : check(filled, { version, allowGrafanaVariables: true });
        if (problem === undefined) return [];
        const message = `${where} of ${board.file} asks what is not valid in Prometheus ${version}: ${nameable(problem.message)}`;
        return [{ address: board.address, message, cure: 'Mend the query in Grafana and export the dashboard again.' }];
      }),
    ),
};

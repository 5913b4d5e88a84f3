import type { Rule } from '../rule.ts';

/** A file that Grafana would not load as a dashboard. */
export const dashboard: Rule = {
  code: 'existing/dashboard',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A file that `existingDashboard` names is a dashboard that Grafana can load.',
    cause:
      'Grafana passes over a file that it cannot load and says so only in its log. Without a uid it makes one up, and no link to the dashboard stays true.',
    cure: 'Export the dashboard from Grafana as classic JSON (the JSON model), with a uid of at most 40 letters, digits, _ and -.',
  },
  check: ({ stack }) =>
    stack.existingDashboards.flatMap(({ file, content, address }) =>
      content.kind === 'dashboard'
        ? []
        : content.problems.map((text) => ({
            address,
            message: `${file} cannot be carried along: ${text}`,
            cure: 'Export the JSON model of the dashboard from Grafana, with a uid and a title.',
          })),
    ),
};

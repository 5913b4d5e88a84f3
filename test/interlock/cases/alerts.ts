import * as s from '../../../generators/language/index.ts';
import { compiled, told, withAlert } from '../fixture.ts';
import { casesOf } from './case.ts';

const cpu = s.gauge('cpu_usage_ratio', { help: 'CPU.' });
const lost = s.counter('lost_total', { help: 'Lost.' });
const one = (alert: s.Alert) => () => compiled({ service: { alerts: { bad: alert } } });

export const alertCases = [
  ...casesOf(
    'alert/incomplete',
    {
      given: 'an alert without runbook',
      compiled: () => withAlert('web/slow', ({ runbook: _, ...rest }) => rest),
      want: 'WebSlow has no runbook',
      at: 'alerts.slow',
    },
    {
      given: 'a runbook whose first step is blank',
      compiled: () =>
        withAlert('web/slow', (alert) =>
          alert.runbook?.kind === 'runbook' ? { ...alert, runbook: { ...alert.runbook, firstSteps: [' '] } } : alert,
        ),
      want: 'the runbook web-down of WebSlow has no first step',
      at: 'alerts.slow',
    },
    {
      given: 'a panel that the dashboard does not have',
      compiled: () => withAlert('web/slow', (one) => ({ ...one, panel: { dashboardUid: 'prod-web', key: 'gone' } })),
      want: 'links to the panel gone, which prod-web does not have',
      at: 'alerts.slow',
    },
    {
      given: 'a dashboard that is not there',
      compiled: () => withAlert('web/slow', (one) => ({ ...one, panel: { dashboardUid: 'gone', key: 'alert-slow' } })),
      want: 'links to the dashboard gone, which is not emitted',
      at: 'alerts.slow',
    },
    {
      given: 'an alert without a panel',
      compiled: () => withAlert('web/slow', ({ panel: _, ...rest }) => rest),
      want: 'WebSlow has no panel',
      at: 'alerts.slow',
    },
    {
      given: 'an alert without severity',
      compiled: () => withAlert('web/slow', (one) => ({ ...one, rule: { ...one.rule, labels: {} } })),
      want: 'WebSlow carries no severity',
      at: 'alerts.slow',
    },
  ),
  ...casesOf('alert/no-for', {
    given: 'a level without `for`',
    compiled: one(s.alert({ ...told, when: s.above(s.highest(cpu), '80%'), signal: 'errors' })),
    want: 'WebBad fires at the first evaluation in which its level is too high',
    at: 'alerts.bad',
  }),
  ...casesOf(
    'alert/cause-pages',
    {
      given: 'CPU over 80 % as a page',
      compiled: one(s.alert({ ...told, when: s.above(s.highest(cpu), '80%'), for: '5m' })),
      want: 'WebBad pages (P1) on a cause, cpu_usage_ratio',
      at: 'alerts.bad',
    },
    {
      given: 'saturation as a page, without a word why',
      compiled: one(s.alert({ ...told, when: s.any(lost), signal: 'saturation' })),
      want: 'WebBad pages (P1) on a cause, saturation',
      at: 'alerts.bad',
    },
  ),
  ...casesOf('alert/summary', {
    given: "a summary that could be anybody's",
    compiled: () =>
      withAlert('web/slow', (one) => ({
        ...one,
        rule: { ...one.rule, annotations: { summary: 'Errors are too high' } },
      })),
    want: '"Errors are too high", names neither its service nor a figure',
    at: 'alerts.slow',
  }),
];

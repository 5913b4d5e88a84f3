import type { AlertEntry } from '../../model/observables.ts';
import type { Rule } from '../rule.ts';

/** The words by which people know what an alert is about. */
function names({ service, slo, evaluator }: AlertEntry): readonly string[] {
  const watched = evaluator === undefined ? [] : [evaluator.id, 'Alertmanager'];
  const own = service === undefined ? watched : [service.title, service.id];
  return slo === undefined ? own : [...own, slo.slo.title];
}

const figure = /\d|\$value/;

/** A title that says nothing: "High errors". */
export const summary: Rule = {
  code: 'alert/summary',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'The summary of an alert names its service or a figure.',
    cause:
      'The summary is what a phone shows. "It is slow" among twelve services makes somebody get up to learn which.',
    cure: "Put the service's name into the alert's `title`.",
  },
  check: ({ observables }) =>
    observables.alerts
      .filter(({ source }) => source !== 'heartbeat')
      .flatMap((alert) => {
        const text = alert.rule.annotations.summary ?? '';
        const said = text.toLowerCase();
        if (figure.test(text) || names(alert).some((name) => said.includes(name.toLowerCase()))) return [];
        const message = `the summary of ${alert.rule.alert}, "${text}", names neither its service nor a figure`;
        const cure = `Write a title that says what it is about: \`title: '${alert.service?.title ?? alert.unit}: …'\`.`;
        return [{ address: alert.address, message, cure }];
      }),
};

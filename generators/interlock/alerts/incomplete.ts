import type { AlertEntry, Compiled } from '../../model/observables.ts';
import type { Runbook } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';
import { panelsOf } from '../survey/uses.ts';

type Lack = Pick<Finding, 'message' | 'cure'>;

/** What a person who is woken needs and this alert has not. */
function lacks(alert: AlertEntry, compiled: Compiled): readonly Lack[] {
  return [severityLack(alert, compiled), runbookLack(alert), panelLack(alert, compiled)].filter(
    (one) => one !== undefined,
  );
}

function severityLack({ rule, severity }: AlertEntry, { stack }: Compiled): Lack | undefined {
  const values = stack.severities.map(({ label }) => label);
  const carried = rule.labels[stack.labels.severity];
  if (carried === severity.label && values.includes(carried)) return undefined;
  const message =
    carried === undefined
      ? `${rule.alert} carries no severity, so no route can tell how urgent it is`
      : `${rule.alert} carries the severity ${carried}, and the stack has ${values.join(', ')}`;
  return { message, cure: `Give it one of ${values.join(', ')}.` };
}

const isEmpty = (text: string): boolean => text.trim() === '';

function saysNothing(runbook: Runbook): boolean {
  if (runbook.kind === 'existing-runbook') return isEmpty(runbook.url);
  return runbook.firstSteps.every((step) => isEmpty(typeof step === 'string' ? step : step.do));
}

function runbookLack({ rule, runbook }: AlertEntry): Lack | undefined {
  if (runbook === undefined) {
    return { message: `${rule.alert} has no runbook`, cure: 'Write one: `runbook({ id, title, firstSteps })`.' };
  }
  if (!saysNothing(runbook)) return undefined;
  const message = `the runbook ${runbook.id} of ${rule.alert} has no first step`;
  return { message, cure: 'Say what can be done in the first two minutes: `firstSteps: […]`.' };
}

function panelLack({ rule, panel }: AlertEntry, { observables }: Compiled): Lack | undefined {
  const cure = 'Point the alert at the panel that draws what its rule compares.';
  if (panel === undefined) return { message: `${rule.alert} has no panel`, cure };
  const board = observables.dashboards.find(({ uid }) => uid === panel.dashboardUid);
  if (board === undefined) {
    return { message: `${rule.alert} links to the dashboard ${panel.dashboardUid}, which is not emitted`, cure };
  }
  if (panelsOf(board).some(({ key }) => key === panel.key)) return undefined;
  return { message: `${rule.alert} links to the panel ${panel.key}, which ${board.uid} does not have`, cure };
}

/** An alert that wakes somebody and leaves them alone. */
export const incomplete: Rule = {
  code: 'alert/incomplete',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Every alert has a severity, a runbook with a first step, and a panel that shows what it compares.',
    cause:
      'Who is woken at three has to know how urgent it is, what to try first and where to look; what is missing then is searched for during the outage.',
    cure: 'Give the alert the part that the message names. The panel comes with the alert unless a dashboard was left out.',
  },
  check: (compiled) =>
    compiled.observables.alerts
      // The heartbeat tells a machine that all is well.
      .filter(({ source }) => source !== 'heartbeat')
      .flatMap((alert) => lacks(alert, compiled).map((lack) => ({ address: alert.address, ...lack }))),
};

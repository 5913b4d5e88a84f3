import type { RunbookPage, Service } from '../model/stack.ts';

/** What to do when a service says nothing: the same everywhere, so it is written once, here. */
export function telemetryRunbook(service: Service): RunbookPage {
  return {
    kind: 'runbook',
    id: 'telemetry-missing',
    title: `${service.title} says nothing`,
    symptoms: 'Dashboards are empty. The service may be down, or only its metrics are lost; users decide which.',
    firstSteps: [
      'Try the service as a user would. If it does not answer, treat it as an outage: with its targets gone nothing else may fire.',
      'Read the label reason. It says what is missing; the steps below go reason by reason.',
      'targets-down (no process answers), region-down (none of one region), targets-gone (nothing is scheduled, or discovery lost them): look at the deployment and its pods; roll back a release of the last hour.',
      'metric-missing (a release renamed it, or one region stopped sending it): compare what the service exposes with its definition; roll the release back, or rename the metric in the definition.',
      "recording-failing (Prometheus cannot evaluate the rules, or a bucket that the SLO needs is gone): look at Prometheus' own rules page for the error of the group; without one, evaluate the expression of the SLO's first recording piece by piece.",
    ],
    diagnosis: [],
    causes: [],
    escalation: 'If users are affected and the cause is not found within the response time, escalate at once.',
    aftercare: ['Budgets do not count what was not measured. Note the gap in the postmortem.'],
    address: service.address,
  };
}

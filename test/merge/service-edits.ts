import {
  type Alert,
  above,
  alert,
  availability,
  gauge,
  highest,
  p99,
  type Runbook,
  type Service,
  type Severity,
  type Stack,
} from 'signalbox';
import { found } from '../short-video/tree.ts';
import { type Edit, runbooksOf, serviceEdit } from './edit.ts';

/** Every small change of meaning that only services allow. */
export function serviceEdits(stack: Stack): readonly Edit[] {
  return stack.services.flatMap((service) => [
    serviceEdit(service.id, 'what is expected', (one) => ({ ...one, expected: { ...one.expected, p99: '70ms' } })),
    ...drawings(service),
    ...additions(service, stack),
  ]);
}

const work = gauge('another_stage_seconds', { help: 'Time of another stage.' });
const stage = { 'Another stage': highest(work) };

/** More rows and figures for the board. */
function drawings({ id }: Service): readonly Edit[] {
  return [
    serviceEdit(id, 'a new signal', (one) => ({ ...one, signals: { ...one.signals, ...stage } })),
    serviceEdit(id, 'a new stage', (one) => ({ ...one, stages: { ...one.stages, ...stage } })),
    serviceEdit(id, 'a new section', (one) => ({ ...one, sections: { ...one.sections, 'Another row': stage } })),
  ];
}

function additions(service: Service, stack: Stack): readonly Edit[] {
  const { id, requests, duration, errors } = service;
  const [runbook] = runbooksOf(service);
  const [severity] = stack.severities;
  const [bad] = Object.values(errors ?? {});
  const dependencies = service.dependsOn?.() ?? [];
  const other = found(
    stack.services.find((one) => one.id !== id && !dependencies.some((dependency) => dependency.id === one.id)),
    'a service to depend on',
  );
  return [
    serviceEdit(id, 'a new dependency', (one) => ({ ...one, dependsOn: () => [...dependencies, other] })),
    ...(runbook === undefined || duration === undefined
      ? []
      : [serviceEdit(id, 'a new alert', (one) => withAlert(one, alertOn(duration, severity, runbook)))]),
    ...(runbook === undefined || requests === undefined || bad === undefined
      ? []
      : [serviceEdit(id, 'a new SLO', (one) => withSlo(one, availability(requests, { ...promise, bad, runbook })))]),
  ];
}
const promise = { title: 'A second promise', objective: '98%', window: '28d', noTraffic: 'good' } as const;

const withAlert = (service: Service, added: Alert): Service => ({ ...service, alerts: { ...service.alerts, added } });

const withSlo = (service: Service, added: NonNullable<Service['slos']>[string]): Service => ({
  ...service,
  slos: { ...service.slos, added },
});

function alertOn(duration: NonNullable<Service['duration']>, severity: Severity, runbook: Runbook): Alert {
  const when = above(p99(duration), '900ms');
  return alert({ title: 'Very slow', when, for: '15m', severity, impact: 'People leave.', runbook });
}

import {
  type Alert,
  above,
  alert,
  availability,
  below,
  type Condition,
  p99,
  type Runbook,
  type Service,
  type Severity,
  type Stack,
  share,
} from 'signalbox';
import { found } from '../short-video/tree.ts';
import { alertEdit, type Edit, runbookEdit, runbooksOf, serviceEdit, sloEdit } from './edit.ts';

/** Every small change of meaning that this stack's services allow. */
export function serviceEdits(stack: Stack): readonly Edit[] {
  return stack.services.flatMap((service) => [
    ...textEdits(service),
    ...additions(service, stack),
    ...removal(service, stack),
    ...Object.keys(service.slos ?? {}).flatMap((key) => sloEdits(service.id, key)),
    ...Object.entries(service.alerts ?? {}).flatMap(([key, one]) => alertEdits(service.id, key, one, stack)),
    ...runbooksOf(service).flatMap((one) => runbookEdits(service.id, one)),
  ]);
}

const nextTier = { critical: 'high', high: 'normal', normal: 'low', low: 'critical' } as const;

function textEdits({ id }: Service): readonly Edit[] {
  return [
    serviceEdit(id, 'the title of a service', (service) => ({ ...service, title: `${service.title} (new)` })),
    serviceEdit(id, 'the tier', (service) => ({ ...service, tier: nextTier[service.tier] })),
    serviceEdit(id, 'the description', (service) => ({
      ...service,
      description: 'Says in one sentence what it does.',
    })),
    serviceEdit(id, 'what is expected', (service) => ({ ...service, expected: { ...service.expected, p99: '70ms' } })),
    serviceEdit(id, 'a link', (service) => ({ ...service, links: { Wiki: 'https://wiki.internal/page' } })),
  ];
}

function additions(service: Service, { services, severities }: Stack): readonly Edit[] {
  const { id, requests, duration, errors } = service;
  const [runbook] = runbooksOf(service);
  const [severity] = severities;
  const [bad] = Object.values(errors ?? {});
  const other = found(
    services.find((one) => one.id !== id && !(service.dependsOn?.() ?? []).includes(one)),
    'a service to depend on',
  );
  const dependsOn = () => [...(service.dependsOn?.() ?? []), other];
  return [
    serviceEdit(id, 'a new dependency', (one) => ({ ...one, dependsOn })),
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

/** A service that others call cannot go alone. */
function removal({ id }: Service, { services }: Stack): readonly Edit[] {
  const isNeeded = services.some(({ dependsOn }) => (dependsOn?.() ?? []).some((one) => one.id === id));
  const apply = (stack: Stack) => ({ ...stack, services: stack.services.filter((one) => one.id !== id) });
  return isNeeded ? [] : [{ kind: 'a service removed', name: `${id}: removed`, of: id, apply }];
}

function sloEdits(id: string, key: string): readonly Edit[] {
  return [
    sloEdit(id, key, 'the objective', (slo) => ({ ...slo, objective: '99.8%' })),
    sloEdit(id, key, 'the window', (slo) => ({ ...slo, window: '28d' })),
    sloEdit(id, key, 'the title of an SLO', (slo) => ({ ...slo, title: `${slo.title} (new)` })),
  ];
}

function alertEdits(id: string, key: string, { when, for: hold }: Alert, { severities }: Stack): readonly Edit[] {
  const threshold = withThreshold(when);
  return [
    ...(threshold === undefined ? [] : [alertEdit(id, key, 'the threshold', (one) => ({ ...one, when: threshold }))]),
    ...(hold === undefined ? [] : [alertEdit(id, key, 'the for', (one) => ({ ...one, for: '7m' }))]),
    alertEdit(id, key, 'the impact', (one) => ({ ...one, impact: 'People feel something else.' })),
    alertEdit(id, key, 'the title of an alert', (one) => ({ ...one, title: `${one.title} (new)` })),
    alertEdit(id, key, 'the severity of an alert', (one) => ({
      ...one,
      severity: found(
        severities.findLast((other) => other.id !== one.severity.id),
        'another severity',
      ),
    })),
  ];
}

/** The same condition at another threshold; undefined where there is none to move. */
function withThreshold(when: Condition): Condition | undefined {
  if (when.kind !== 'above' && when.kind !== 'below') return undefined;
  const { value } = when;
  const compare = when.kind === 'above' ? above : below;
  if (value.kind === 'share') return compare(share(value.part, value.whole), '3%');
  return value.kind === 'quantile' ? compare(value, '90ms') : undefined;
}

function runbookEdits(id: string, { id: runbook }: Runbook): readonly Edit[] {
  return [
    runbookEdit(id, runbook, 'a first step', (one) =>
      one.kind === 'runbook' ? { ...one, firstSteps: ['Look at the dashboard first.', ...one.firstSteps] } : one,
    ),
    runbookEdit(id, runbook, 'the aftercare', (one) =>
      one.kind === 'runbook' ? { ...one, aftercare: [...(one.aftercare ?? []), 'Tell the others.'] } : one,
    ),
    runbookEdit(id, runbook, 'the title of a runbook', (one) => ({ ...one, title: `${one.title} (new)` })),
  ];
}

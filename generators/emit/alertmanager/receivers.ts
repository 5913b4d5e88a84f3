import type { NamedReceiver } from '../../model/routing.ts';
import type { Receiver, Stack } from '../../model/stack.ts';
import { htmlTemplates, templates } from './templates.ts';

/** Text of ours in a field that Alertmanager reads as a template. */
const literal = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');

const call = (name: string): string => `{{ template "${name}" . }}`;

type Kind<K extends Receiver['kind']> = Extract<Receiver, { kind: K }>;

function pagerduty({ routingKeyFile, escalationPolicy }: Kind<'pagerduty'>): object {
  return {
    routing_key_file: routingKeyFile,
    description: call(templates.title),
    class: call(templates.signal),
    component: call(templates.service),
    group: call(templates.team),
    details: {
      figures: call(templates.figures),
      runbook: call(templates.runbook),
      dashboard: call(templates.dashboard),
      severity: call(templates.severity),
      team: call(templates.team),
      service: call(templates.service),
      escalation_policy: literal(escalationPolicy),
    },
    links: [
      { href: call(templates.runbook), text: 'Runbook' },
      { href: call(templates.dashboard), text: 'Dashboard' },
    ],
  };
}

function slack({ channel, apiUrlFile }: Kind<'slack'>): object {
  return {
    channel: literal(channel),
    api_url_file: apiUrlFile,
    title: call(templates.slackTitle),
    title_link: call(templates.runbook),
    text: call(templates.slackText),
    fallback: call(templates.slackTitle),
  };
}

function email({ to }: Kind<'email'>, { alertmanager: { smtp } }: Stack): object {
  return {
    to: literal(to),
    ...(smtp === undefined ? {} : { from: literal(smtp.from), smarthost: smtp.smarthost }),
    headers: { Subject: call(templates.title) },
    html: call(htmlTemplates.email),
    text: call(templates.emailText),
  };
}

function webhook({ url, urlFile }: Kind<'webhook'>): object {
  return urlFile === undefined ? { url } : { url_file: urlFile };
}

/** A configuration by the name of its list: `slack_configs`. */
function configuration(receiver: Receiver, stack: Stack): readonly [string, object] {
  switch (receiver.kind) {
    case 'pagerduty':
      return ['pagerduty_configs', pagerduty(receiver)];
    case 'slack':
      return ['slack_configs', slack(receiver)];
    case 'email':
      return ['email_configs', email(receiver, stack)];
    case 'webhook':
      return ['webhook_configs', webhook(receiver)];
  }
}

/** `send_resolved` is always written: its default differs from one kind of receiver to the next. */
export function receiverDocument({ name, receiver, sendResolved }: NamedReceiver, stack: Stack): object {
  if (receiver === undefined) return { name };
  const [list, fields] = configuration(receiver, stack);
  return { name, [list]: [{ send_resolved: sendResolved, ...fields }] };
}

import type { LabelNames } from '../../model/label-names.ts';
import { label } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';
import { GENERATED } from '../yaml.ts';

/** Names of the texts that receivers use. */
export const templates = {
  title: 'signalbox.title',
  figures: 'signalbox.figures',
  runbook: 'signalbox.runbook',
  dashboard: 'signalbox.dashboard',
  severity: 'signalbox.severity',
  team: 'signalbox.team',
  service: 'signalbox.service',
  signal: 'signalbox.signal',
  slackTitle: 'signalbox.slack.title',
  slackText: 'signalbox.slack.text',
  emailText: 'signalbox.email.text',
} as const;

export const htmlTemplates = { email: 'signalbox.email.html' } as const;

/** Listed in one notification; chats and pagers cut long texts off without saying so. */
const MOST_LISTED = 10;

/** The alert that speaks for the group: one that fires, if any does. */
const one = '{{ $one := index .Alerts 0 }}{{ if .Alerts.Firing }}{{ $one = index .Alerts.Firing 0 }}{{ end }}';

/** The text of a value, escaped where its reader wants that. */
type Show = (value: string) => string;

const plain: Show = (value) => `{{ ${value} }}`;

/** `&`, `<` and `>` make links and mentions in Slack: https://api.slack.com/reference/surfaces/formatting#escaping */
const forSlack: Show = (value) =>
  `{{ ${value} | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;" }}`;

/** In `<address|text>` a bar would end the address. */
const slackLink = (value: string, text: string): string =>
  `<{{ ${value} | reReplaceAll "&" "&amp;" | reReplaceAll "<" "%3C" | reReplaceAll ">" "%3E" | reReplaceAll "[|]" "%7C" }}|${text}>`;

const define = (name: string, body: string): string => `{{ define "${name}" }}${body}{{ end }}\n`;

const ofLabel = (name: string): string => `${one}{{ $one.Labels.${name} }}`;

const ofAnnotation = (name: string): string => `${one}{{ $one.Annotations.${name} }}`;

/** `[P1] …`, `[P1 resolved] …`, with the number of series where several fire. */
function title(show: Show, { severity }: LabelNames): string {
  const summary = (value: string) => show(`${value} | reReplaceAll "\\\\s+" " "`);
  return [
    one,
    `[${show(`$one.Labels.${severity}`)}{{ if eq .Status "resolved" }} resolved{{ end }}] `,
    `{{ if $one.Annotations.summary }}${summary('$one.Annotations.summary')}{{ else }}${show('$one.Labels.alertname')}{{ end }}`,
    '{{ if gt (len .Alerts.Firing) 1 }} ({{ len .Alerts.Firing }} firing){{ end }}',
  ].join('');
}

/** One line: the figure with the impact (an alert's description says both), and the labels that tell it from the others in the notification. */
function figure(show: Show): string {
  return [
    `{{ if .Annotations.description }}${show('.Annotations.description')}{{ else }}${show('.Labels.alertname')}{{ end }}`,
    `{{ range (.Labels.Remove $.CommonLabels.Names).SortedPairs }} · {{ .Name }} ${show('.Value')}{{ end }}`,
  ].join('');
}

function figureLines(show: Show): string {
  const lines = (alerts: string, mark: string) =>
    [
      `{{ range $index, $alert := ${alerts} }}{{ if lt $index ${MOST_LISTED} }}\n• ${mark}${figure(show)}{{ end }}{{ end }}`,
      `{{ if gt (len ${alerts}) ${MOST_LISTED} }}\n• … {{ len ${alerts} }} in all{{ end }}`,
    ].join('');
  return lines('.Alerts.Firing', '') + lines('.Alerts.Resolved', 'resolved: ');
}

const whose = (show: Show, { severity, team, environment }: LabelNames): string =>
  [
    `Severity ${show(`$one.Labels.${severity}`)}`,
    `{{ if $one.Labels.${label.service} }} · service ${show(`$one.Labels.${label.service}`)}{{ end }}`,
    `{{ if $one.Labels.${team} }} · team ${show(`$one.Labels.${team}`)}{{ end }}`,
    `{{ if $one.Labels.${environment} }} · ${show(`$one.Labels.${environment}`)}{{ end }}`,
  ].join('');

function slackText({ annotations: { runbook, dashboard }, labels }: Stack): string {
  const link = (name: string, text: string) =>
    `{{ if $one.Annotations.${name} }}\n${slackLink(`$one.Annotations.${name}`, text)}{{ end }}`;
  const body = [whose(forSlack, labels), figureLines(forSlack)].join('');
  return one + body + link(runbook, 'Runbook') + link(dashboard, 'Dashboard');
}

function emailText({ annotations: { runbook, dashboard }, labels }: Stack): string {
  const link = (name: string, text: string) =>
    `{{ if $one.Annotations.${name} }}\n${text}: {{ $one.Annotations.${name} }}{{ end }}`;
  const body = [whose(plain, labels), figureLines(plain)].join('');
  return one + body + link(runbook, 'Runbook') + link(dashboard, 'Dashboard');
}

/** Alertmanager escapes values in HTML by itself, by where they stand. */
function emailHtml({ annotations: { runbook, dashboard }, labels }: Stack): string {
  const item = (alerts: string, mark: string) => `{{ range ${alerts} }}<li>${mark}${figure(plain)}</li>\n{{ end }}`;
  const link = (name: string, text: string) =>
    `{{ if $one.Annotations.${name} }}<p><a href="{{ $one.Annotations.${name} }}">${text}</a></p>\n{{ end }}`;
  return [
    `${one}<!DOCTYPE html>\n<html><body>\n`,
    `<h1>${title(plain, labels).slice(one.length)}</h1>\n`,
    `<p>${whose(plain, labels)}</p>\n`,
    `<ul>\n${item('.Alerts.Firing', '')}${item('.Alerts.Resolved', 'resolved: ')}</ul>\n`,
    link(runbook, 'Runbook'),
    link(dashboard, 'Dashboard'),
    '</body></html>\n',
  ].join('');
}

const comment = `{{/* ${GENERATED.replace(/^# |\n$/g, '')} */}}\n`;

/**
 * The texts of all notifications: https://prometheus.io/docs/alerting/latest/notifications/. What users wrote comes in as
 * labels and annotations, which are data: nothing in it is read as a template.
 */
export function notificationTemplates(stack: Stack): string {
  const { annotations, labels } = stack;
  const common: readonly (readonly [string, string])[] = [
    [templates.title, title(plain, labels)],
    [templates.figures, figureLines(plain)],
    [templates.runbook, ofAnnotation(annotations.runbook)],
    [templates.dashboard, ofAnnotation(annotations.dashboard)],
    [templates.severity, ofLabel(labels.severity)],
    [templates.team, ofLabel(labels.team)],
    [templates.service, ofLabel(label.service)],
    [templates.signal, ofLabel(label.signal)],
    [templates.slackTitle, title(forSlack, labels)],
    [templates.slackText, slackText(stack)],
    [templates.emailText, emailText(stack)],
    [htmlTemplates.email, emailHtml(stack)],
  ];
  return comment + common.map(([name, body]) => define(name, body)).join('');
}

import type { Artifact } from '../../model/artifact.ts';
import { files } from '../../model/names.ts';
import type { Compiled, ExternalEntry, ExternalFile } from '../../model/observables.ts';
import type { Heard } from '../../model/route-certainty.ts';
import type { Stack } from '../../model/stack.ts';
import { fromUnitPage } from '../markdown/addresses.ts';
import { listing } from '../markdown/figures.ts';
import { contactView } from '../markdown/notified.ts';
import { template } from '../markdown/template.ts';

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
const receiversOf = (heard: readonly Heard[]): readonly string[] => distinct(heard.map(({ route }) => route.receiver));

/** `night-shift; perhaps db-pager and mailbox, depending on namespace` */
function hearers({ heard }: ExternalEntry): string {
  const sure = receiversOf(heard.filter(({ dependsOn }) => dependsOn.length === 0));
  const perhaps = receiversOf(heard.filter(({ dependsOn }) => dependsOn.length > 0)).filter(
    (name) => !sure.includes(name),
  );
  const labels = distinct(heard.flatMap(({ dependsOn }) => dependsOn)).toSorted();
  const open = perhaps.length === 0 ? [] : [`perhaps ${listing(perhaps)}, depending on ${listing(labels)}`];
  return [...(sure.length === 0 ? [] : [listing(sure)]), ...open].join('; ');
}

const losses = {
  'default-only': 'lost: only the default receiver',
  silent: 'lost: nobody is told',
  depends: 'perhaps lost',
} as const;

/** An address that leads somewhere as it stands: no template, and nothing in it that opens something. */
function runbookOf({ alert }: ExternalEntry, annotation: string): string {
  const url = alert.annotations[annotation] ?? alert.annotations.runbook_url ?? '';
  if (url.includes('{{') || !/^https?:\/\//.test(url) || !URL.canParse(url)) return '';
  const { username, password } = new URL(url);
  return username === '' && password === '' ? url : '';
}

function rowOf(entry: ExternalEntry, { annotations, labels }: Stack) {
  const { alert, lost } = entry;
  return {
    name: alert.alert,
    severity: alert.labels[labels.severity] ?? alert.labels.severity ?? '',
    hearers: hearers(entry),
    lost: lost === undefined ? '' : losses[lost.kind],
    runbook: runbookOf(entry, annotations.runbook),
    line: alert.line === undefined ? '' : String(alert.line),
  };
}

function viewOf({ source, alerts }: ExternalFile, { stack }: Compiled) {
  const { id, file, team, evaluator, note } = source;
  return {
    id,
    file,
    owner: team?.title ?? '',
    contact: team === undefined ? { title: '', url: '' } : contactView(team),
    evaluator: evaluator.id,
    note: note ?? '',
    alerts: alerts.map((one) => rowOf(one, stack)),
    routes: fromUnitPage(files.expectedRoutes(`external-${id}`)),
  };
}

const source = `\
# Alerts of others: {{text id}}

- **Written in:** {{code file}}, which stays as it is; evaluated by {{text evaluator}}
{{#if owner}}
- **Owner:** {{text owner}}{{#if contact.title}}, {{link contact.title contact.url}}{{/if}}
{{/if}}
- **Not proved:** Signalbox follows these alerts to whoever hears of them. That they fire, and clear, nobody has shown here.
{{#if note}}

{{paragraphs note}}
{{/if}}

## Who hears of them

{{#if alerts}}
| Alert | Line | Severity, as theirs | Who hears of it | Runbook | Proved |
| --- | --- | --- | --- | --- | --- |
{{#each alerts}}
| {{codeCell name}} | {{text line}} | {{text severity}} | {{text hearers}}{{#if lost}} (**{{text lost}}**){{/if}} \
| {{#if runbook}}{{link 'theirs' runbook}}{{else}}none{{/if}} | not proved |
{{/each}}
{{else}}
The file holds no alerts.
{{/if}}

{{link 'The routes, with all labels' routes}}
`;

const render = template<ReturnType<typeof viewOf>>(source);

/** A page for each file of others' alerts. */
export function externalPages(compiled: Compiled): readonly Artifact[] {
  return compiled.observables.external.map((one) => ({
    path: `${compiled.stack.id}/${files.external(one.source.id)}`,
    content: render(viewOf(one, compiled)),
  }));
}

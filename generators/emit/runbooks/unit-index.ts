import { alertAnchor, files } from '../../model/names.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Expected, Service } from '../../model/stack.ts';
import { printDuration } from '../../promql/duration.ts';
import { evaluatorFolder, fromUnitPage } from '../markdown/addresses.ts';
import { count, listing, percent, period } from '../markdown/figures.ts';
import { template } from '../markdown/template.ts';
import { alertView, sloPageUrl } from './alert-view.ts';
import type { Context } from './context.ts';
import { runbookUrl } from './slo-page.ts';
import { headTemplate, headView, type Unit } from './unit.ts';

function runbookOf({ runbook, rule, which }: AlertEntry): string {
  if (runbook === undefined) return '';
  return runbook.kind === 'runbook' ? `${runbookUrl(runbook)}#${alertAnchor(rule.alert, which)}` : runbook.url;
}

function testUrl(alert: AlertEntry, { stack, evaluatorOf, isTested }: Context): string {
  const file = files.tests(alert.unit, evaluatorFolder(stack, evaluatorOf(alert)));
  return isTested(alert) ? fromUnitPage(file) : '';
}

function alertRow(alert: AlertEntry, context: Context) {
  const { name, severity, told, panel, slo, sloPage, condition } = alertView(alert, context);
  const links = { runbook: runbookOf(alert), test: testUrl(alert, context) };
  return { name, severity, told, panel, slo, sloPage, condition, ...links };
}

function sloRow({ slo }: SloPlan) {
  const { title, objectiveText, windowMs, runbook } = slo;
  return {
    title,
    url: sloPageUrl(slo.key),
    objective: objectiveText,
    window: period(windowMs),
    runbook: { title: runbook.title, url: runbookUrl(runbook) },
  };
}

/** A service of this stack has an index like this one; another has its own address, or none. */
function dependencyView({ id, title, url }: Service['dependsOn'][number], known: ReadonlySet<string>) {
  return { title, dashboard: url ?? '', index: known.has(id) ? fromUnitPage(files.runbookIndex(id)) : '' };
}

/** What a service is built for, as the lines on its panels show it. */
function builtFor({ peakRate, errorRatio, p50, p99 }: Expected): string {
  return listing([
    ...(peakRate === undefined ? [] : [`${count(peakRate)} requests per second at peak`]),
    ...(errorRatio === undefined ? [] : [`fewer than ${percent(errorRatio)} errors`]),
    ...(p50 === undefined ? [] : [`p50 ${printDuration(Math.round(p50 * 1000))}`]),
    ...(p99 === undefined ? [] : [`p99 ${printDuration(Math.round(p99 * 1000))}`]),
  ]);
}

function fileViews(unit: Unit, { stack, rulesOf, testsOf }: Context) {
  const each = (title: string, ids: readonly string[], path: typeof files.rules) =>
    ids.map((id) => ({
      title: ids.length > 1 ? `${title} (${id})` : title,
      url: fromUnitPage(path(unit.id, evaluatorFolder(stack, id))),
    }));
  const routes = { title: 'Who must be told of each alert', url: fromUnitPage(files.expectedRoutes(unit.id)) };
  return [
    ...each('Rules', rulesOf(unit.id), files.rules),
    ...each('Tests of the rules', testsOf(unit.id), files.tests),
    ...(unit.alerts.length === 0 ? [] : [routes]),
    { title: 'The definition, resolved', url: fromUnitPage(files.model(unit.id)) },
  ];
}

function indexView(unit: Unit, known: ReadonlySet<string>, context: Context) {
  return {
    ...headView(unit, context.stack),
    title: unit.title,
    builtFor: builtFor(unit.service?.expected ?? {}),
    description: unit.service?.description ?? '',
    alerts: unit.alerts.map((alert) => alertRow(alert, context)),
    slos: unit.slos.map(sloRow),
    dependsOn: (unit.service?.dependsOn ?? []).map((one) => dependencyView(one, known)),
    links: unit.service?.links ?? [],
    files: fileViews(unit, context),
  };
}

const source = `\
# {{text title}}

${headTemplate}\
{{#if builtFor}}
- **Built for:** {{text builtFor}}
{{/if}}
{{#if description}}

{{paragraphs description}}
{{/if}}
{{#if alerts}}

## Alerts

| Alert | Severity | Who is told | SLO or threshold | Dashboard | Test |
| --- | --- | --- | --- | --- | --- |
{{#each alerts}}
| {{link name runbook}} | {{text severity}} | {{text told}} \
| {{#if sloPage}}{{link slo sloPage}}: {{/if}}{{text condition}} \
| {{#if panel.url}}{{link panel.title panel.url}}{{else}}none{{/if}} \
| {{#if test}}{{link 'test' test}}{{else}}none{{/if}} |
{{/each}}
{{/if}}
{{#if slos}}

## SLOs

| SLO | Objective | Over | When it burns |
| --- | --- | --- | --- |
{{#each slos}}
| {{link title url}} | {{text objective}} | {{text window}} | {{link runbook.title runbook.url}} |
{{/each}}
{{/if}}
{{#if dependsOn}}

## Depends on
{{#each dependsOn}}

- {{#if index}}{{link title index}}{{else}}{{text title}}{{/if}}{{#if dashboard}} ({{link 'look' dashboard}}){{/if}}
{{/each}}
{{/if}}

## Where it is written

{{#each links}}
- {{link title url}}
{{/each}}
{{#each files}}
- {{link title url}}
{{/each}}
`;

const render = template<ReturnType<typeof indexView>>(source);

/** The index of a unit. `known` are the units that have one. */
export function unitIndex(unit: Unit, known: ReadonlySet<string>, context: Context): string {
  return render(indexView(unit, known, context));
}

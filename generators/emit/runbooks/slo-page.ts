import type { SloPlan } from '../../model/slo-plan.ts';
import type { Runbook, Service } from '../../model/stack.ts';
import { printDuration } from '../../promql/duration.ts';
import { period, timeAtMost } from '../markdown/figures.ts';
import { template } from '../markdown/template.ts';
import { backfillCommand } from './backfill.ts';
import type { Context } from './context.ts';
import { budgetRows, detectionRows, tierRows, unnoticed } from './slo-figures.ts';
import { measured, noTrafficWords, peakRate, promiseWords, scopeWords } from './slo-words.ts';
import { headTemplate, headView, type Unit } from './unit.ts';

/** Where the page of a runbook is, seen from its unit's folder. */
export function runbookUrl(runbook: Runbook): string {
  return runbook.kind === 'existing-runbook' ? runbook.url : `./${runbook.id}.md`;
}

function promiseView({ slo }: SloPlan, service: Service) {
  return {
    objective: slo.objectiveText,
    window: period(slo.windowMs),
    promise: promiseWords(slo.sli, service.evaluator),
    impact: slo.impact,
    scope: scopeWords(slo),
    measured: measured(slo.sli),
    noTraffic: noTrafficWords(slo),
  };
}

function tellingView(plan: SloPlan, unit: Unit) {
  const { page, minimumBadEvents } = plan.slo;
  const own = unit.alerts.filter(({ slo, source }) => slo?.slo.id === plan.slo.id && source === 'slo-page');
  const keepMs = Math.max(0, ...own.map(({ rule }) => rule.keepFiringForMs));
  return {
    tiers: tierRows(plan, unit.team),
    dropped: plan.dropped,
    detections: detectionRows(plan),
    unnoticed: unnoticed(plan),
    severalPages: plan.page.length > 1,
    hasTickets: plan.page.length > 0 && plan.ticket.length > 0,
    floor: minimumBadEvents > 1 ? String(minimumBadEvents) : '',
    page: page.id,
    groupWait: printDuration(page.groupWaitMs),
    keep: keepMs === 0 ? '' : printDuration(keepMs),
    baseWindow: timeAtMost(plan.base.windowMs),
  };
}

function pageView(plan: SloPlan, service: Service, unit: Unit, { stack }: Context) {
  const { slo } = plan;
  const rate = peakRate(slo, service);
  return {
    ...headView(unit, stack),
    ...promiseView(plan, service),
    ...tellingView(plan, unit),
    title: slo.title,
    runbook: { title: slo.runbook.title, url: runbookUrl(slo.runbook) },
    budget: budgetRows(plan, rate),
    peakRate: rate === undefined ? '' : `${rate}/s`,
    backfill: service.evaluator.mimir === undefined ? backfillCommand(slo, service.evaluator, stack) : '',
  };
}

const source = `\
# {{text title}}: {{text objective}} over {{text window}}

${headTemplate}\
- **When it burns:** {{link runbook.title runbook.url}}

**{{text objective}}** {{text promise}}, over any {{text window}}.{{#if scope}} {{text scope}}{{/if}}

When the promise breaks: {{text impact}}
{{#if measured}}

{{#each measured}}
- {{text what}}: {{code series}}
{{/each}}
{{/if}}

## Error budget

| In | Budget as a total outage | In minutes | Events that may fail |
| --- | --- | --- | --- |
{{#each budget}}
| {{text window}} | {{text outage}} | {{text minutes}} | {{text events}} |
{{/each}}
{{#if peakRate}}

Events are an estimate: the expected peak of {{text peakRate}} all the time. Real traffic is less, and so is its budget in events.
{{/if}}

## Who is told

| Burn | Windows, both over the limit | Times the budget | Error ratio above | Budget gone by then | Severity | What happens |
| --- | --- | --- | --- | --- | --- | --- |
{{#each tiers}}
| {{text name}} | {{text windows}} | {{text factor}} | {{text threshold}} | {{text consumed}} | {{text severity}} | {{text told}} |
{{/each}}
{{#if severalPages}}

The paging burns are one alert: it clears when the last of them has cleared.
{{/if}}
{{#if hasTickets}}

Tickets wait while a page fires, and until it has been quiet for their short window.
{{/if}}
{{#if floor}}

Nobody is paged for fewer than {{text floor}} bad events in the long window.
{{/if}}
{{#if dropped}}

Left out:

{{#each dropped}}
- {{text name}}: {{text reason}}
{{/each}}
{{/if}}

## How soon it fires and clears

| Incident | Burn | Severity | Fires after | At the latest after | Clears after recovery |
| --- | --- | --- | --- | --- | --- |
{{#each detections}}
| {{text title}} | {{text name}} | {{text severity}} | {{text fires}} | {{text bound}} | {{text clears}} |
{{/each}}

For a steady incident, steady traffic and no errors before. Alertmanager then waits {{text groupWait}} ({{text page}}) before it tells anybody.{{#if keep}} A page goes on for {{text keep}} more.{{/if}}
{{#if unnoticed}}
Nobody is told of{{#each unnoticed}}{{#unless @first}},{{/unless}} {{text this}}{{/each}}: it is within the promise.
{{/if}}

## What the figures are worth

- **Exact:** within 0.5% of the true ratio of events when nothing changes within {{text baseWindow}} of a window's ends. Every event counts once; events inside a scrape gap longer than {{text baseWindow}} are lost, and the telemetry alert tells of the gap.
- **No traffic:** {{text noTraffic}}
- **Cold start:** the budget knows nothing of the past and starts as unspent. Until a window has data for its whole length it is *warming up* and does not fire.

{{#if backfill}}
To start with the past instead, compute it where the rules are, and put the blocks into the data directory of Prometheus:

{{fence backfill 'sh' 0}}

A run does not see what it computes itself: run it once for each level (rates, roll-ups, windows, budget), loading the blocks in between. Alerts are not computed.
{{else}}
The ruler of Mimir computes no past: the budget fills with history as time goes by.
{{/if}}
`;

const render = template<ReturnType<typeof pageView>>(source);

/** The page of one SLO: what is promised, what it allows, who is told when. */
export function sloPage(plan: SloPlan, service: Service, unit: Unit, context: Context): string {
  return render(pageView(plan, service, unit, context));
}

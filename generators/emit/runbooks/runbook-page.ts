import { alertAnchor } from '../../model/names.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { RunbookPage } from '../../model/stack.ts';
import { template } from '../markdown/template.ts';
import { alertView, ruleView } from './alert-view.ts';
import type { Context } from './context.ts';
import { stepsTemplate, stepViews } from './steps.ts';
import { headTemplate, headView, type Unit } from './unit.ts';

function causeView({ cause, signs, fix }: RunbookPage['causes'][number], index: number, context: Context) {
  return { number: index + 1, cause, signs, fix: stepViews(fix, context.stack) };
}

function placeView({ rule, which = [] }: AlertEntry) {
  const heading = which.length === 0 ? rule.alert : `${rule.alert}: ${which.join(', ')}`;
  return { heading, place: alertAnchor(rule.alert, which) };
}

function pageView(runbook: RunbookPage, alerts: readonly AlertEntry[], unit: Unit, context: Context) {
  const { stack } = context;
  return {
    ...headView(unit, stack),
    title: runbook.title,
    symptoms: runbook.symptoms ?? '',
    alerts: alerts.map((alert) => ({
      ...alertView(alert, context),
      ...placeView(alert),
      rule: ruleView(alert, context),
    })),
    firstSteps: stepViews(runbook.firstSteps, stack),
    diagnosis: stepViews(runbook.diagnosis, stack),
    causes: runbook.causes.map((cause, index) => causeView(cause, index, context)),
    escalation: runbook.escalation ?? '',
    aftercare: stepViews(runbook.aftercare, stack),
  };
}

/**
 * The order is that of a night: what is broken, how bad, whom to call and what to do first fit on the first screen; a link
 * from an alert lands on the alert, and the first steps follow. PromQL comes last.
 */
const source = `\
# {{text title}}

${headTemplate}\
- **Go to:** [First steps](#first-steps){{#if diagnosis}} · [Diagnosis](#find-the-cause){{/if}}\
{{#if causes}} · [Causes and fixes](#known-causes){{/if}} · [Escalation](#call-for-help)
{{#if symptoms}}

{{paragraphs symptoms}}
{{/if}}

## Alerts on this page
{{#each alerts}}

<a id="{{anchor place}}"></a>
### {{text heading}}

**{{text severity}}: respond within {{text response}}.** {{text impact}}

Fires when {{text condition}}. {{text told}}.

**[First steps](#first-steps)**\
{{#if panel.url}} · Panel {{link panel.title panel.url}}{{/if}}\
{{#if sloPage}} · SLO {{link slo sloPage}}{{/if}} · [Rule](#rule-{{anchor place}})
{{/each}}

<a id="first-steps"></a>
## First steps (under two minutes)

${stepsTemplate('firstSteps')}\
{{#if diagnosis}}

<a id="find-the-cause"></a>
## Diagnosis

${stepsTemplate('diagnosis')}\
{{/if}}
{{#if causes}}

<a id="known-causes"></a>
## Causes and fixes
{{#each causes}}

### {{text cause}}

**Signs:** {{text signs}}

${stepsTemplate('fix')}\
{{/each}}
{{/if}}

<a id="call-for-help"></a>
## Escalation
{{#if escalation}}

{{paragraphs escalation}}
{{/if}}
{{#if policy}}

The pager's policy {{code policy}} (PagerDuty) knows who is on call now and who is next: escalate there.
{{/if}}

Owner: {{text owner}}{{#if contact.title}}, {{link contact.title contact.url}}{{/if}}.
{{#if aftercare}}

## Aftercare

${stepsTemplate('aftercare')}\
{{/if}}

## Rules
{{#each alerts}}

<a id="rule-{{anchor place}}"></a>
### Rule of {{text heading}}

{{#if rule.wait}}
Fires after the condition held for {{text rule.wait}}.
{{else}}
Fires at the first evaluation in which the condition holds.
{{/if}}
{{#if rule.keep}}
Goes on for {{text rule.keep}} after it ended.
{{/if}}
{{link 'Run it in Grafana' rule.explore}}, {{link 'read its file' rule.file}}.

{{fence rule.expr 'promql' 0}}
{{/each}}
`;

const render = template<ReturnType<typeof pageView>>(source);

/** The page of one runbook for one unit. */
export function runbookPage(runbook: RunbookPage, alerts: readonly AlertEntry[], unit: Unit, context: Context): string {
  return render(pageView(runbook, alerts, unit, context));
}

import { valueExpr } from '../../derive/values.ts';
import type { Stack, Step } from '../../model/stack.ts';
import { printLines } from '../../promql/layout.ts';
import { print } from '../../promql/print.ts';
import { metricsUrl } from '../markdown/addresses.ts';

function stepView(step: Step, index: number, stack: Stack) {
  const { do: action, command, look, link }: Exclude<Step, string> = typeof step === 'string' ? { do: step } : step;
  const number = index + 1;
  return {
    number,
    // What belongs to a list item stands as far in as its text.
    indent: `${number}. `.length,
    action,
    link: link ?? '',
    command: command ?? '',
    look: look === undefined ? '' : printLines(valueExpr(look)),
    explore: look === undefined ? '' : metricsUrl(stack, print(valueExpr(look))),
  };
}

/** Numbered steps: what to do, and below it what to run and which figure to look at. */
export function stepViews(steps: readonly Step[], stack: Stack) {
  return steps.map((step, index) => stepView(step, index, stack));
}

/** Prints the steps that a view holds under a name. */
export const stepsTemplate = (name: string): string => `\
{{#each ${name}}}
{{ordinal number}} {{text action}}{{#if link}} ({{link 'open' link}}){{/if}}{{#if explore}} ({{link 'look in Grafana' explore}}){{/if}}
{{#if command}}

{{fence command 'sh' indent}}
{{/if}}
{{#if look}}

{{fence look 'promql' indent}}
{{/if}}
{{/each}}
`;

import { label, stackUnit, watcherAlerts } from '../../model/names.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { RunbookPage, Severity, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { links } from '../alert-rule.ts';
import { type Judgement, judge } from '../conditions.ts';
import { boardUids } from '../dashboards/boards.ts';
import { escapeTemplate, humanize } from '../texts.ts';
import type { Watched } from './watcher.ts';

/** The panel of a watcher: keys are each evaluator's own, and Alertmanager's names differ from theirs. */
export const watcherPanelKey = ({ watcher, evaluator }: Watched): string => `${evaluator.id}-${watcher.key}`;

/** What a watcher measures, in its own words where PromQL has none. */
export function judgeWatcher({ watcher, evaluator, job }: Watched): Judgement {
  return { ...judge(watcher.when, { evaluator, job }), ...watcher.measures };
}

/**
 * How long it must last. Who promises to respond within minutes is told in half of them, so that they can.
 */
function forMsOf({ watcher }: Watched, { responseMs }: Severity): number {
  return Math.min(watcher.forMs, Math.floor(responseMs / 2000) * 1000);
}

/** An alert on the monitoring itself, of the stack and no service. */
export function watcherEntry(stack: Stack, watched: Watched, runbook: RunbookPage): AlertEntry {
  const { watcher, who, evaluator } = watched;
  const severity = stack.watch[watcher.urgency];
  const forMs = forMsOf(watched, severity);
  const judgement = judgeWatcher(watched);
  const name = watcherAlerts[watcher.key];
  const panel = { dashboardUid: boardUids(stack).monitoring, key: watcherPanelKey(watched) };
  const which = stack.evaluators.length > 1 ? [evaluator.id] : [];
  const held = forMs === 0 ? '' : ` for ${q.printDuration(forMs)}`;
  return {
    id: [stackUnit, evaluator.id, watcher.key].join('/'),
    source: 'watcher',
    unit: stackUnit,
    evaluator,
    team: stack.defaultTeam,
    severity,
    signal: watcher.signal,
    ...(which.length === 0 ? {} : { which }),
    title: `${who}: ${watcher.title}`,
    impact: watcher.impact,
    condition: `${judgement.subject} ${judgement.predicate}${held}`,
    when: watcher.when,
    rule: {
      kind: 'alerting',
      alert: name,
      expr: judgement.expr,
      forMs,
      keepFiringForMs: 0,
      labels: labelsOf(stack, watched, severity),
      annotations: { ...texts(watched, judgement, held), ...links(stack, stackUnit, name, runbook, panel, which) },
    },
    runbook,
    panel,
    address: evaluator.address,
  };
}

/** `service` is what people are told by in groups, and what tells the alert from a heartbeat. */
function labelsOf(stack: Stack, { watcher, evaluator }: Watched, severity: Severity): Readonly<Record<string, string>> {
  return {
    [stack.labels.environment]: stack.environment,
    [label.service]: stackUnit,
    [stack.labels.severity]: severity.label,
    [label.signal]: watcher.signal,
    [stack.labels.team]: stack.defaultTeam.label,
    [label.evaluator]: evaluator.id,
  };
}

function texts({ watcher, who }: Watched, judgement: Judgement, held: string) {
  const { by, subject, predicate, verb, unit, limits } = judgement;
  const where = by.length === 0 ? '' : ` (${by.map((one) => `{{ $labels.${one} }}`).join(', ')})`;
  const said = `${escapeTemplate(who)} ${watcher.says}`;
  return {
    summary: `${said}${where}`,
    description: `${said}: ${escapeTemplate(subject)} ${verb} ${humanize(unit, limits)}${where} (it fires when it ${escapeTemplate(predicate)}${held}). ${watcher.impact}`,
  };
}

import { evaluatorTitle } from '../../model/evaluators.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { Evaluator, Stack } from '../../model/stack.ts';
import { watchersOfAlertmanager } from './alertmanager.ts';
import { watcherEntry } from './entry.ts';
import { watchersOfMimir } from './mimir.ts';
import { watchersOfPrometheus } from './prometheus.ts';
import { watcherPages } from './runbooks.ts';
import type { Watched } from './watcher.ts';

/** Everything that is watched of the monitoring itself: of each evaluator that says its job, and of Alertmanager. */
export function watchedOf(stack: Stack): readonly Watched[] {
  const [first] = stack.evaluators;
  const { job } = stack.alertmanager;
  const alertmanager = job === undefined ? [] : watchersOfAlertmanager(first, job);
  return [
    ...stack.evaluators.flatMap((evaluator) => watchedBy(stack, evaluator)),
    ...alertmanager.map((watcher) => ({ watcher, who: 'Alertmanager', job: job ?? '', evaluator: first })),
  ];
}

function watchedBy(stack: Stack, evaluator: Evaluator): readonly Watched[] {
  const { job, mimir } = evaluator;
  if (job === undefined) return [];
  const watchers =
    mimir === undefined ? watchersOfPrometheus(evaluator, job) : watchersOfMimir(stack, evaluator, mimir, job);
  return watchers.map((watcher) => ({ watcher, who: evaluatorTitle(evaluator), job, evaluator }));
}

/** The alerts on the monitoring itself. */
export function deriveWatchers(stack: Stack): readonly AlertEntry[] {
  const pages = watcherPages(stack);
  return watchedOf(stack).map((watched) => watcherEntry(stack, watched, pages[watched.watcher.page]));
}

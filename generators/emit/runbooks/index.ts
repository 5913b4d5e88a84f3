import type { Artifact } from '../../model/artifact.ts';
import { files } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import { sloPageName } from './alert-view.ts';
import { type Context, contextOf } from './context.ts';
import { externalPages } from './external-page.ts';
import { runbookPage } from './runbook-page.ts';
import { sloPage } from './slo-page.ts';
import { pagesOf, type Unit, unitsOf } from './unit.ts';
import { unitIndex } from './unit-index.ts';

function pages(unit: Unit, known: ReadonlySet<string>, context: Context): readonly Artifact[] {
  const file = (path: string, content: string): Artifact => ({ path: `${context.stack.id}/${path}`, content });
  const { service } = unit;
  const slos =
    service === undefined ? [] : unit.slos.map((plan) => ({ plan, page: sloPage(plan, service, unit, context) }));
  return [
    file(files.runbookIndex(unit.id), unitIndex(unit, known, context)),
    ...pagesOf(unit).map(({ runbook, alerts }) =>
      file(files.runbook(unit.id, runbook.id), runbookPage(runbook, alerts, unit, context)),
    ),
    ...slos.map(({ plan, page }) => file(files.runbook(unit.id, sloPageName(plan.slo.key)), page)),
  ];
}

/** Everything under `runbooks/`: for each unit its index, a page per runbook and a page per SLO; for others' alerts who hears. */
export function emitRunbooks(compiled: Compiled): readonly Artifact[] {
  const context = contextOf(compiled);
  const units = unitsOf(compiled);
  const known = new Set(units.map(({ id }) => id));
  return [...units.flatMap((unit) => pages(unit, known, context)), ...externalPages(compiled)];
}

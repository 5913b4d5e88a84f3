import { expect } from 'vitest';
import { found } from '../short-video/tree.ts';
import { business, businessOwner, feedMetrics, measuredIn, use } from './asked-figures.ts';
import { alertOf, boardOf, linesOf, type Outputs, type Panel, rowsOf } from './outputs.ts';

const roles = { utilisation: 'Utilisation', saturation: 'Saturation', errors: 'Errors' } as const;

/** SV-01 */
export function useOfSixComponents(outputs: Outputs): void {
  expect(use).toHaveLength(6);
  for (const { unit, ...figures } of use) {
    const rows = rowsOf(boardOf(outputs, `short-video-${unit}`));
    for (const role of ['utilisation', 'saturation', 'errors'] as const) {
      const row = found(rows.get(roles[role]), `${unit}: the row ${roles[role]}`);
      for (const [asked, title, measure] of figures[role]) {
        const { recorded, drawn } = measuredIn[measure];
        const panels = row.filter((panel) => panel.title === title);
        const units = panels.map(({ fieldConfig }) => fieldConfig?.defaults.unit);
        expect(new Set(units), `${unit}: ${asked}`).toEqual(new Set([drawn]));
        expect(infoOf(outputs, unit, title), `${unit}: ${asked}`).toMatchObject({ role, measured_in: recorded });
      }
    }
  }
}

/** SV-03 */
export function businessMetrics(outputs: Outputs): void {
  expect(business).toHaveLength(7);
  for (const { title, target, alert, says } of business) {
    const panels = kpiPanels(outputs, 'business', title);
    expect(panels.filter((panel) => shows(panel, target)).length, `${title}: ${target}`).toBeGreaterThan(0);
    const { expr, labels } = alertOf(outputs, alert);
    expect(expr.endsWith(` ${says}`) || expr.endsWith(`\n${says}`), `${alert}: ${expr}`).toBe(true);
    expect(labels, alert).toMatchObject({ service: 'business', team: businessOwner });
    expect(outputs.receiversOf('business', alert).flat(), alert).not.toEqual([]);
    expect(infoOf(outputs, 'business', title), title).toMatchObject({ role: 'kpi' });
  }
}

/** SV-04 */
export function metricsOfTheFeed(outputs: Outputs): void {
  expect(feedMetrics).toHaveLength(7);
  for (const { title, target, line, importance } of feedMetrics) {
    expect(infoOf(outputs, 'feed-quality', title), title).toMatchObject({ role: 'kpi', target, importance });
    const panels = kpiPanels(outputs, 'feed-quality', title);
    expect(panels.filter((panel) => shows(panel, line)).length, `${title}: ${target}`).toBeGreaterThan(0);
    const words = panels.map((panel) => panel.description ?? '').join('\n');
    expect(words.toLowerCase(), `${title}: ${importance}`).toContain(`importance: ${importance}`);
  }
}

/** The panels of one KPI: those that say its title, alone or with its target. */
function kpiPanels(outputs: Outputs, unit: string, title: string): readonly Panel[] {
  const panels = [...rowsOf(boardOf(outputs, `short-video-${unit}`)).values()].flat();
  return panels.filter((panel) => panel.title === title || panel.title?.startsWith(`${title} (`));
}

/** Whether a panel shows a target: as a line, or, where it is a figure, by asking for it. */
function shows(panel: Panel, target: number | string): boolean {
  if (typeof target === 'number') return linesOf(panel).includes(target);
  return panel.targets.some(({ expr }) => expr.includes(target));
}

/** What is recorded of a figure, which is itself recorded: who reads many boards' figures reads these. */
function infoOf({ rules }: Outputs, unit: string, title: string): Readonly<Record<string, string>> {
  const own = rules.filter((rule) => rule.unit === unit);
  const info = own.find(({ record, labels }) => record === 'measure_info' && labels.title === title);
  const { labels } = found(info, `${unit}: measure_info of ${title}`);
  const value = own.find((rule) => rule.record === 'unit:measure:value' && rule.labels.measure === labels.measure);
  expect(found(value, `${unit}: the value of ${title}`).expr).not.toBe('');
  return labels;
}

import { expect } from 'vitest';
import { found } from '../short-video/tree.ts';
import { slos } from './asked.ts';
import { columnsOf, type Outputs, panelOf, type Rule } from './outputs.ts';

const BOARD = 'short-video-slos';

/** SV-12 */
export function sloDashboard(outputs: Outputs): void {
  sixPromises(outputs);
  const table = panelOf(outputs, BOARD, 'SLOs');
  const columns = ['Service', 'SLO', 'Target', 'Current', 'Budget left', 'Over', 'Consumed', 'Projected end of month'];
  expect(columnsOf(table)).toEqual(columns);
  // The board shows whatever SLO there is: every query takes the title from the SLO's own information.
  expect(
    table.targets.map(({ expr }) => expr).filter((expr) => !/group_left \(title[^)]*\) slo_info/.test(expr)),
  ).toEqual([]);

  const board = outputs.dashboards.find(({ uid }) => uid === BOARD);
  expect(board?.time).toEqual({ from: 'now-30d', to: 'now' });
  reads(outputs, 'Error budget left over 30 days', 'slo:error_budget_remaining:ratio');
  reads(outputs, 'Budget consumed', 'slo:error_budget_spent:ratio');
  reads(outputs, 'Projected end of month', 'slo:error_budget_projected:ratio');
  reads(outputs, 'Incidents and the budget that each cost', 'slo:incident_cost:ratio');
  const incidents = columnsOf(panelOf(outputs, BOARD, 'Incidents and the budget that each cost'));
  expect(incidents).toEqual(expect.arrayContaining(['Service', 'SLO', 'Paged for', 'Budget consumed']));
}

function reads(outputs: Outputs, title: string, series: string): void {
  const { targets } = panelOf(outputs, BOARD, title);
  expect(targets.map(({ expr }) => expr).join('\n'), title).toContain(series);
}

/** Every promise is recorded under its title, with its target, and everything that the board shows of it. */
function sixPromises({ rules }: Outputs): void {
  const titles = rules.filter(({ record }) => record === 'slo_info').map(({ labels }) => labels.title);
  expect(titles.toSorted()).toEqual(slos.map(({ title }) => title).toSorted());
  for (const { title, unit, slo, objective, ...time } of slos) {
    const own = rules.filter(({ labels }) => labels.service === unit && labels.slo === slo);
    expect(recorded(own, 'slo_info').labels).toMatchObject({ title, window: '30d' });
    expect(recorded(own, 'slo:objective:ratio').expr, title).toBe(`vector(${objective})`);
    for (const series of ['error_budget_remaining', 'error_budget_spent', 'error_budget_projected', 'incident_cost']) {
      expect(recorded(own, `slo:${series}:ratio`).expr, title).not.toBe('');
    }
    if ('within' in time) expect(recorded(own, 'slo:sli_bad:rate').expr, title).toContain(`le="${time.within}"`);
  }
}

function recorded(rules: readonly Rule[], name: string): Rule {
  return found(
    rules.find(({ record }) => record === name),
    name,
  );
}

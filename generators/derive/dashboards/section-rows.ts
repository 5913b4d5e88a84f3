import type { Panel, Row } from '../../model/dashboard.ts';
import type { Figure, Service } from '../../model/stack.ts';
import { valueExpr, valueWords } from '../values.ts';
import { inStatusLine } from './abreast.ts';
import { grafanaUnit, legendOf, query, stat } from './panels.ts';

/** A row for each section that the author named, with its figures now and how they came there. */
export function sectionRows({ sections }: Service): readonly Row[] {
  return sections.map(({ title, figures }) => ({
    key: `section/${title}`,
    title,
    panels: inStatusLine(figures.map((figure) => figurePanel(title, figure))),
  }));
}

function figurePanel(section: string, { name, value }: Figure): Panel {
  return stat({
    key: `section/${section}/${name}`,
    title: name,
    description: valueWords(value),
    unit: grafanaUnit(value.unit),
    sparkline: true,
    queries: [query('value', valueExpr(value), legendOf(value.by, name))],
  });
}

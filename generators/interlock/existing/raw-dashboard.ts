import type { Address } from '../../diagnostics/diagnostic.ts';
import type { Compiled } from '../../model/observables.ts';
import { nameable } from './words.ts';

/** A dashboard of others as raw JSON, with what the rules ask of it. Nothing of its shape is taken for granted. */
export interface RawDashboard {
  readonly uid: string;
  readonly file: string;
  readonly folder: string;
  readonly address: Address;
  readonly json: Fields;
  readonly panels: readonly Fields[];
  readonly variables: readonly Fields[];
  readonly annotations: readonly Fields[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of what may be an object. */
export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** The objects of what may be a list. */
export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

/** What may be a text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Those of the existing dashboards that Grafana can load. */
export function rawDashboards({ stack }: Compiled): readonly RawDashboard[] {
  return stack.existingDashboards.flatMap(({ content, file, folder, address }) => {
    if (content.kind === 'none') return [];
    const { uid, json } = content;
    const variables = listOf(fieldsOf(json.templating).list);
    const annotations = listOf(fieldsOf(json.annotations).list);
    return [{ uid, file, folder, address, json, panels: panelsOf(json), variables, annotations }];
  });
}

/** Panels, those inside collapsed rows and in the rows of before Grafana 5 too; rows themselves are none. */
function panelsOf(json: Fields): readonly Fields[] {
  const all = [...listOf(json.panels), ...listOf(json.rows)];
  return all.flatMap((one) => {
    const inner = listOf(one.panels);
    return one.type === 'row' || inner.length > 0 ? inner : [one];
  });
}

/** What a complaint calls a panel. */
export const panelName = (panel: Fields): string =>
  textOf(panel.title) === ''
    ? `the panel ${nameable(String(panel.id ?? 'without title'))}`
    : `the panel "${nameable(textOf(panel.title))}"`;

/** An object of JSON, its fields not yet looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields; none where it is no object, so that a walk over a broken document goes on. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The value's items; none where it is no array. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or what stands for it in a message. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

/** Every string inside a value, with the path to it. */
export function strings(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  const children = Array.isArray(value) ? value.entries() : Object.entries(fields(value));
  return [...children].flatMap(([key, child]) => strings(child, `${path}/${key}`));
}

export interface LocatedPanel {
  readonly path: string;
  readonly panel: Fields;
}

/** All panels but row headers, those inside collapsed rows too. */
export function dataAndTextPanels(dashboard: unknown): readonly LocatedPanel[] {
  return items(fields(dashboard).panels).flatMap((value, index) => {
    const panel = fields(value);
    const path = `/panels/${index}`;
    if (panel.type !== 'row') return [{ path, panel }];
    return items(panel.panels).map((nested, i) => ({ path: `${path}/panels/${i}`, panel: fields(nested) }));
  });
}

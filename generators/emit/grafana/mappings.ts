import { MappingType, type ValueMap } from '@grafana/grafana-foundation-sdk/dashboard';
import type { ValueMapping } from '../../model/dashboard.ts';

/** One value map for all values; `index` keeps the order in Grafana's legend. */
export function valueMappings(mappings: readonly ValueMapping[]): ValueMap[] {
  const options = Object.fromEntries(
    mappings.map(({ value, text, colour }, index) => [String(value), { text, color: colour, index }]),
  );
  return mappings.length === 0 ? [] : [{ type: MappingType.ValueToText, options }];
}

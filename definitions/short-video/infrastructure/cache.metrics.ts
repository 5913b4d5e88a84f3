import { counter, labelValues } from 'signalbox';
import { region } from '../regions.ts';

export const lookups = counter('cache_lookups_total', {
  help: 'Lookups in the cache.',
  labels: { region, result: labelValues('hit', 'miss') },
});
export const connectionErrors = counter('cache_client_connection_errors_total', {
  help: 'Connections to the cache that clients could not open.',
  labels: { region },
});

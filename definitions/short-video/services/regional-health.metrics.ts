import { gauge } from 'signalbox';
import { region } from '../regions.ts';

export const probe = gauge('probe_success', {
  help: 'Whether the health check of a region succeeded (blackbox exporter).',
  unit: 'count',
  labels: { region },
}).where({ job: 'blackbox' });

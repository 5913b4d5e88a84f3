import { gauge, upTo } from 'signalbox';

const job = 'dcgm-exporter';
const gpu = upTo(16, '0', '7');

/** Of dcgm-exporter's profiling metrics: what `DCGM_FI_DEV_GPU_UTIL` calls busy may be one of a hundred processors. */
export const gpuActive = gauge('DCGM_FI_PROF_GR_ENGINE_ACTIVE', {
  help: 'Ratio of time the graphics engine is active.',
  unit: 'ratio',
  labels: { gpu },
}).where({ job });
export const gpuMemory = gauge('DCGM_FI_DEV_FB_USED_PERCENT', {
  help: 'Share of the framebuffer that is used, 0.0 to 1.0.',
  unit: 'ratio',
  labels: { gpu },
}).where({ job });

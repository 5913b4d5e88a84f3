/** The metrics that known programs expose, as typed handles: the public surface of `signalbox/exporters`. */
export { alertmanager } from './alertmanager.ts';
export { cadvisor } from './cadvisor.ts';
export { envoy } from './envoy.ts';
export { istio } from './istio.ts';
export { kafkaBroker } from './kafka-broker.ts';
export { kafka } from './kafka-exporter.ts';
export { kube } from './kube-state-metrics.ts';
export { mysql } from './mysqld-exporter.ts';
export { ingressNginx, nginx } from './nginx.ts';
export { node } from './node-exporter.ts';
export { otel } from './opentelemetry.ts';
export { postgres } from './postgres-exporter.ts';
export { prometheusServer } from './prometheus.ts';
export { redis } from './redis-exporter.ts';

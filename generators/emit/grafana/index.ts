export { emitDashboard, emitDashboards } from './dashboard.ts';
export { type DataSource, emitProvisioning, type Provisioning } from './provisioning.ts';

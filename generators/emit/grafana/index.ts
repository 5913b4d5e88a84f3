export { emitDashboard, emitDashboards } from './dashboard.ts';
export { emitProvisioning } from './provisioning.ts';

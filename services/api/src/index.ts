export { buildApp } from './app';
export { type ApiConfig, readConfig } from './config/readConfig';
export { checkpointPlaceOf, type CheckpointPlace } from './modules/audit/checkpointPlaces';
export { loadAuditKeys } from './modules/audit/auditKeys';
export { verifyAudit } from './modules/audit/verifyAudit';
export { createServices, type Services } from './services';

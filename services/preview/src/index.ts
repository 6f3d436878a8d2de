export { buildApp } from './app';
export { ensureClient } from './clientBuild';
export { configFromEnvironment, type PreviewConfig } from './config';

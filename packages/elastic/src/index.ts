export * from './elasticConnection';
export * from './installTemplates';
export * from './publishRun';
export type { Client as ElasticClient } from '@elastic/elasticsearch';

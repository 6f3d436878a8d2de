export * from './bulkBatches';
export * from './bulkTypes';
export * from './bulkWrite';
export * from './elasticConnection';
export * from './installTemplates';
export * from './pausedRefresh';
export * from './publishRun';
export { errors as elasticErrors, type Client as ElasticClient, type estypes } from '@elastic/elasticsearch';

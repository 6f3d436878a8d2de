export * from './elasticConnection';
export * from './installTemplates';
export * from './publishRun';
export { errors as elasticErrors, type Client as ElasticClient } from '@elastic/elasticsearch';

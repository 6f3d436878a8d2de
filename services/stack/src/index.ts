export { type ElasticsearchUsers, type UserKey } from './elasticsearch/users';
export {
  type RunningElasticsearch,
  type StartElasticsearchOptions,
  startElasticsearch,
} from './elasticsearch/startElasticsearch';
export { type TestElasticsearch, startTestElasticsearch } from './elasticsearch/startTestElasticsearch';
export { type TestKafka, startTestKafka } from './kafka/startTestKafka';
export { testEnvironment, testUsersVariable } from './elasticsearch/testEnvironment';
export { dependencyPlugin } from './maven/runMaven';
export { freePort } from './process/freePort';
export { StackError } from './stackError';
export { runDoctor } from './doctor/doctorCommand';

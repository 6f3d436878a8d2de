export * from './connection';
export * from './kafkaOptions';
export * from './topics';

export * from './connection';
export * from './kafkaOptions';

export * from './documents';
export * from './elastic';
export * from './realData';

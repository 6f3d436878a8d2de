export * from './documents';
export * from './elastic';

export * from './churnModel';
export * from './documents';
export * from './elastic';
export * from './modelContent';
export * from './pythonPackages';
export * from './realData';
export * from './s3Server';

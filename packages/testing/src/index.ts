export * from './documents';
export * from './elastic';
export * from './pythonPackages';
export * from './realData';
export * from './s3Server';

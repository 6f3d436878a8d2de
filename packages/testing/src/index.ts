export * from './documents';
export * from './elastic';
export * from './pythonPackages';
export * from './realData';

export * from './model';
export * from './reading';
export * from './status';

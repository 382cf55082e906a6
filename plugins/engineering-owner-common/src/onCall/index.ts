export * from './model';
export * from './status';

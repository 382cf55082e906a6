/**
 * Domain types, pure functions, HTTP contract and permissions of the
 * Engineering Owner plugins.
 *
 * @packageDocumentation
 */
export * from './problem';
export * from './slos';
export * from './openSlo';
export * from './onCall';
export * from './alerts';
export * from './runbooks';
export * from './ownership';
export * from './sources';
export * from './summary';
export * from './permissions';
export * from './contract';

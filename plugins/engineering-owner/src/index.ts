/**
 * Owner, On-call, Runbooks and SLOs tabs and cards for Backstage entities, for
 * the new frontend system. Apps of the old system use `./legacy`.
 *
 * @packageDocumentation
 */
export { engineeringOwnerPlugin as default } from './plugin';
export * from './api';
export { engineeringOwnerTranslationRef } from './translation';

/**
 * Ingest, store and HTTP API of the Engineering Owner plugins.
 *
 * @packageDocumentation
 */
export { engineeringOwnerPlugin as default } from './plugin';

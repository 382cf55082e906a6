/**
 * Reads alerts and silences from Alertmanager for the Engineering Owner
 * backend.
 *
 * @packageDocumentation
 */
export { alertmanagerModule as default } from './module';

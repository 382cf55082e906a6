/**
 * Reads on-call, escalation policies and incidents from PagerDuty for the
 * Engineering Owner backend.
 *
 * @packageDocumentation
 */
export { engineeringOwnerModulePagerDuty as default } from './module';

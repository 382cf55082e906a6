/**
 * Reads service level indicators and alerts from Prometheus for the
 * Engineering Owner backend.
 *
 * @packageDocumentation
 */
export { prometheusModule as default } from './module';

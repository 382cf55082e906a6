/**
 * Extension point and source interfaces of the Engineering Owner backend.
 *
 * @packageDocumentation
 */
export * from './extensionPoint';
export * from './telemetry';
export * from './slos/SliSource';
export * from './alerts/AlertSource';
export * from './onCall/OnCallActionError';
export * from './onCall/OnCallActions';
export * from './onCall/OnCallSource';
export * from './onCall/OnCallWebhooks';

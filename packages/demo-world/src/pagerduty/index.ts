export { largeAccount, type AccountSize } from './account/largeAccount';
export { Contract, type ContractRequest } from './contract/contract';
export { contractPath } from './contract/contractPath';
export { createPagerDutyHandlers } from './handlers/handlers';
export type { FaultInput } from './http/faults';
export { steadyIncidents } from './history/steadyIncidents';
export type { RecordedRequest, RequestCounts } from './http/requestCounts';
export {
  createPagerDutyState,
  type PagerDutyState,
  type PagerDutyStateOptions,
  type WebhookTarget,
} from './state';
export {
  startPagerDutySimulator,
  type PagerDutySimulator,
  type PagerDutySimulatorOptions,
} from './simulator';
export type { OnCallTruth, Truth as PagerDutyTruth } from './truth/truth';
export type { IncidentTruth } from './truth/incidentTruth';
export { isSignedWith, signatureOf } from './webhooks/signature';

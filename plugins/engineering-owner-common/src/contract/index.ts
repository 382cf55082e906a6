export { problemSchema } from './problem';
export { readingSchema } from './reading';
export { sloDefinitionSchema } from './sloDefinition';
export {
  alertPairSchema,
  sloHistoryResponseSchema,
  sloListResponseSchema,
  sloPreviewResponseSchema,
  slosResponseSchema,
  sloWhatIfResponseSchema,
} from './slos';
export {
  acknowledgeIncidentRequestSchema,
  addNoteRequestSchema,
  incidentActionResponseSchema,
  incidentPrioritiesResponseSchema,
  resolveIncidentRequestSchema,
  triggerIncidentRequestSchema,
} from './incidentActions';
export { handoverResponseSchema } from './handover';
export { onCallIncidentsResponseSchema, onCallResponseSchema } from './onCall';
export { ownershipResponseSchema } from './ownership';
export { onCallResponseTimesResponseSchema } from './responseTimes';
export { runbooksResponseSchema } from './runbooks';
export { sourcesResponseSchema, webhookResponseSchema } from './sources';
export { summaryResponseSchema } from './summary';
export { onCallIncidentResponseSchema } from './timeline';

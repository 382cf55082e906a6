export * from './model';
export * from './status';
export * from './actions';
export type { DurationFigures } from './durations';
export type { OnCallPeriod } from './period';
export * from './incidentRecord';
export {
  firstAcknowledgement,
  firstAcknowledgementByPerson,
} from './firstAcknowledgement';
export type {
  FirstAcknowledgement,
  NoAcknowledgement,
} from './firstAcknowledgement';
export { incidentTimes, openSince, waitingSince } from './incidentTimes';
export type { IncidentTimes, OpenedTimes } from './incidentTimes';
export { throughPortal } from './throughPortal';
export * from './timeToResolve';
export { responseCohorts, type ResponseCohorts } from './cohorts';
export * from './responseTimes';
export * from './responseTimeTrend';
export * from './responseTimeDistribution';
export type { HourClass } from './hourClass';
export * from './interruptions';
export { defaultLoadLimits } from './loadLimits';
export type { LoadLimit, LoadLimits, LoadTone } from './loadLimits';
export type { PagesPerShift } from './pagesPerShift';
export type { SleepPages } from './sleepPages';
export type { OnCallShare, TeamOnCallShare } from './onCallShare';
export type { BackToBackShifts } from './backToBack';
export type { Noise } from './noise';
export * from './load';
export { recordsOfPolicies } from './recordsOfPolicies';
export { coverageDays, levelCoverage } from './coverage';
export type { LevelCoverage } from './coverage';
export * from './policyCoverage';
export * from './coverageStatus';
export * from './escalation';
export * from './incidentOrder';
export * from './pagedFirst';
export { runbookOfIncident } from './runbookOfIncident';
export { incidentTimeline } from './timeline';
export type { IncidentTimeline } from './timeline';
export type { NotifiedStep, TimelineStep } from './timelineStep';
export * from './handover';
export * from './lastShift';
export { pagesNobody, worstImpairment } from './impairedServices';
export type { ServiceImpairment, WorstImpairment } from './impairedServices';
export * from './onCallVerdict';
export * from './section';
export * from './signal';
export * from './observedShifts';
export * from './reconstructedShifts';

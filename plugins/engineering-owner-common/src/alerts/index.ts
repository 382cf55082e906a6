export * from './model';
export * from './alertStatus';
export * from './alertOrder';
export * from './alertTone';
export * from './labelMatcher';
export * from './parseLabelMatchers';
export * from './maintenance';
export * from './mergeAlerts';
export type { KnownSilences } from './suppression';

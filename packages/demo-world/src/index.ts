export * from './world/world';
export * from './metrics';
export * from './pagerduty';

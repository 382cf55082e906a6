export * from './world/world';
export * from './metrics';
export * from './alertmanager';
export * from './pagerduty';

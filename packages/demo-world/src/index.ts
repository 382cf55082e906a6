export * from './world/world';
export * from './metrics';

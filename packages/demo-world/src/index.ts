export * from './world/world';

export * from './model';
export * from './alertStatus';
export * from './alertOrder';
export * from './alertTone';

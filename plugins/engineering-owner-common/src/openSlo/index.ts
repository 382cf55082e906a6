export * from './model';
export { parseOpenSloDuration } from './duration';
export * from './parseOpenSlo';
export * from './validateOpenSlo';
export { restoreOpenSloDocument } from './restoreDocument';
export { describeOpenSloProblem } from './place';
export * from './profile/definition';
export { WINDOW_PLACEHOLDER } from './profile/query';
export { applyPrometheusProfile } from './profile/prometheusProfile';

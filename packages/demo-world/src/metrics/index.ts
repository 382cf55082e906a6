export { alertRules, type AlertRule } from './alerts/rules';
export { runbookUrl } from './alerts/runbooks';
export { createBlocks } from './history/promtool';
export { blockRanges } from './history/sampleTimes';
export { prepareHistory, type PrepareOptions } from './history/prepare';
export { freePort } from './live/ports';
export {
  startPrometheus,
  type PrometheusOptions,
  type RunningPrometheus,
} from './live/prometheusProcess';
export {
  createSampleServices,
  type SampleServicesOptions,
} from './live/sampleServices';
export {
  startMetrics,
  type MetricsOptions,
  type RunningMetrics,
} from './live/startMetrics';
export { newRecord, type WorldRecord } from './record';
export { createModel, truth, type Model, type Truth } from './traffic/model';

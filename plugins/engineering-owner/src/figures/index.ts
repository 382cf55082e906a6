export { formatBurnRate, formatCount, formatPerSecond } from './counts';
export {
  formatAge,
  formatDuration,
  formatExactDuration,
  secondsBetween,
} from './durations';
export { ExplainedFigure } from './ExplainedFigure';
export { DASH } from './locale';
export {
  formatBudget,
  formatErrorRatio,
  formatObjective,
  formatPercentile,
  formatReached,
  formatShare,
} from './ratios';
export { formatLatency, formatThreshold } from './thresholds';
export { Tile, Tiles } from './Tile';
export { Time } from './Time';
export {
  formatAbsoluteTime,
  formatDate,
  formatDay,
  formatDayTime,
  formatTime,
} from './times';
export { useNow } from './useNow';

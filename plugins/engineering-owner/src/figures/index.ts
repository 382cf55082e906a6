export { Age } from './Age';
export { formatBurnRate, formatCount } from './counts';
export { formatAge, formatDuration, secondsBetween } from './durations';
export { ExplainedFigure } from './ExplainedFigure';
export { DASH } from './locale';
export {
  formatBudget,
  formatObjective,
  formatReached,
  formatShare,
} from './ratios';
export { formatThreshold } from './thresholds';
export { Tile, Tiles } from './Tile';
export { Time } from './Time';
export { formatAbsoluteTime, formatDate, formatTime } from './times';
export { useNow } from './useNow';

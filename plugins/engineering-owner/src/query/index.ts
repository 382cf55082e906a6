export { isLost, type QueryResult } from './queryResult';
export { refreshSoon } from './refreshSoon';
export { useEntityQuery } from './useEntityQuery';
export { useOnCallSignals } from './useOnCallSignals';

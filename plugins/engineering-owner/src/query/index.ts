export { isLost, type QueryResult } from './queryResult';
export { queryClientOf } from './queryClient';
export { refreshSoon } from './refreshSoon';
export { useEntityQuery } from './useEntityQuery';
export { useOnCallSignals } from './useOnCallSignals';

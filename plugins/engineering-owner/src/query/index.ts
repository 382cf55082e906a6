export { isLost, type QueryResult, toQueryResult } from './queryResult';
export { queryClientOf } from './queryClient';
export { refreshSoon } from './refreshSoon';
export { REFRESH_EVERY, useEntityQuery } from './useEntityQuery';
export { useOnCallSignals } from './useOnCallSignals';

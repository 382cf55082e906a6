export { isLost, type QueryResult } from './queryResult';
export { useEntityQuery } from './useEntityQuery';

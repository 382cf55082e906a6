import {
  type CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type EngineeringOwnerApi,
  engineeringOwnerApiRef,
  type ReadOptions,
} from '../api';
import { isWorthRetrying } from './isWorthRetrying';
import { queryClientOf } from './queryClient';
import { type QueryResult, toQueryResult } from './queryResult';

const SECONDS = 1000;

/** How often a tab that is looked at asks again. */
export const REFRESH_EVERY = 30 * SECONDS;

/** Younger answers are used as they are when a tab is opened again. */
const FRESH_FOR = 10 * SECONDS;

/**
 * Reads one part of the entity of the page and keeps it up to date while the
 * page is visible. Everything that asks for the same key shares one request.
 */
export function useEntityQuery<T>(options: {
  key: readonly string[];
  read: (
    api: EngineeringOwnerApi,
    entity: CompoundEntityRef,
    readOptions: ReadOptions,
  ) => Promise<T>;
  refreshEvery?: number;
  /** Keep showing the answer to the last key until this one's is there. */
  keepPrevious?: boolean;
}): QueryResult<T> {
  const api = useApi(engineeringOwnerApiRef);
  const { entity } = useEntity();
  const result = useQuery(
    {
      queryKey: [stringifyEntityRef(entity), ...options.key],
      queryFn: ({ signal }) =>
        options.read(api, getCompoundEntityRef(entity), { signal }),
      refetchInterval: options.refreshEvery ?? REFRESH_EVERY,
      staleTime: FRESH_FOR,
      retry: isWorthRetrying,
      placeholderData: options.keepPrevious ? keepPreviousData : undefined,
    },
    queryClientOf(api),
  );
  return toQueryResult(result);
}

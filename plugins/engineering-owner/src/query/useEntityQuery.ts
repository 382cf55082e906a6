import {
  type CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { OnCallServiceRef } from '@engineering-owner/backstage-plugin-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type EngineeringOwnerApi,
  engineeringOwnerApiRef,
  type ReadOptions,
} from '../api';
import { isWorthRetrying } from './isWorthRetrying';
import { queryClientOf } from './queryClient';
import { type QueryResult, toQueryResult } from './queryResult';
import { refreshSoon } from './refreshSoon';
import { useOnCallSignals } from './useOnCallSignals';

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
  /** On-call services the answer is about: it is read again when they change. */
  services?: (data: T) => readonly OnCallServiceRef[] | undefined;
}): QueryResult<T> {
  const api = useApi(engineeringOwnerApiRef);
  const client = queryClientOf(api);
  const { entity } = useEntity();
  const queryKey = [stringifyEntityRef(entity), ...options.key];
  const result = useQuery(
    {
      queryKey,
      queryFn: ({ signal }) =>
        options.read(api, getCompoundEntityRef(entity), { signal }),
      refetchInterval: options.refreshEvery ?? REFRESH_EVERY,
      staleTime: FRESH_FOR,
      retry: isWorthRetrying,
      placeholderData: options.keepPrevious ? keepPreviousData : undefined,
    },
    client,
  );
  useOnCallSignals(result.data && options.services?.(result.data), () =>
    refreshSoon(client, queryKey),
  );
  return toQueryResult(result);
}

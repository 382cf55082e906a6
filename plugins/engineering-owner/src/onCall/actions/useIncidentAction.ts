import {
  type CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { alertApiRef, useAnalytics, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  IncidentActionResponse,
  OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';
import {
  useIsMutating,
  useMutation,
  useMutationState,
} from '@tanstack/react-query';
import { type EngineeringOwnerApi, engineeringOwnerApiRef } from '../../api';
import { queryClientOf } from '../../query';
import { useT } from '../../translation';
import { withIncident } from './withIncident';

/** What can be done about incidents; the words of analytics and translations. */
export type IncidentActionKind =
  | 'acknowledge'
  | 'resolve'
  | 'annotate'
  | 'trigger';

/**
 * Something to do about incidents of the entity of the page. Whoever uses the
 * same subject shares what is under way, so that nothing is done twice at the
 * same time, and the last failure. What came of it is in the On-call answer at
 * once, which is then read again.
 */
export function useIncidentAction<
  TInput extends { kind: IncidentActionKind },
>(options: {
  subject: string;
  act: (
    api: EngineeringOwnerApi,
    entity: CompoundEntityRef,
    input: TInput,
  ) => Promise<IncidentActionResponse>;
}) {
  const t = useT();
  const api = useApi(engineeringOwnerApiRef);
  const alerts = useApi(alertApiRef);
  const analytics = useAnalytics();
  const { entity } = useEntity();
  const client = queryClientOf(api);
  const entityRef = stringifyEntityRef(entity);
  const onCallKey = [entityRef, 'on-call'];
  const mutationKey = [entityRef, 'incidents', options.subject];

  const mutation = useMutation<IncidentActionResponse, Error, TInput>(
    {
      mutationKey,
      networkMode: 'always',
      mutationFn: input =>
        options.act(api, getCompoundEntityRef(entity), input),
      onSuccess: async ({ incident, confirmed }, { kind }) => {
        // A read from before would bring back what was.
        await client.cancelQueries({ queryKey: onCallKey, exact: true });
        client.setQueryData<OnCallResponse>(
          onCallKey,
          before => before && withIncident(before, incident),
        );
        // Neither titles nor notes: those may say anything about anybody.
        analytics.captureEvent(`incident-${kind}`, entityRef, {
          attributes: { confirmed },
        });
        alerts.post({
          message: t(
            confirmed ? `onCall.act.done.${kind}` : 'onCall.act.unconfirmed',
            { title: incident.title },
          ),
          severity: confirmed ? 'success' : 'warning',
          ...(confirmed && { display: 'transient' }),
        });
      },
      // What failed may have failed because the tab shows what was.
      onSettled: () => {
        client.invalidateQueries({ queryKey: onCallKey });
        client.invalidateQueries({ queryKey: [entityRef, 'summary'] });
      },
    },
    client,
  );
  const busy = useIsMutating({ mutationKey }, client) > 0;
  const last = useMutationState(
    {
      filters: { mutationKey },
      select: ({ state: { error, variables } }) => ({
        error,
        kind: (variables as TInput | undefined)?.kind,
      }),
    },
    client,
  ).at(-1);
  return {
    busy,
    /** Why it failed when it was tried last, and what. */
    failed: last?.error ? { kind: last.kind, error: last.error } : undefined,
    /** False: it is being done already. Throws what the API throws. */
    act: async (input: TInput): Promise<boolean> => {
      if (client.isMutating({ mutationKey }) > 0) {
        return false;
      }
      await mutation.mutateAsync(input);
      return true;
    },
  };
}

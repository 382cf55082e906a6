import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  isAboutServices,
  onCallSignalChannel,
  type OnCallServiceRef,
} from '@engineering-owner/backstage-plugin-common';
import { useEffect, useRef } from 'react';

/**
 * Hears of it when something of on-call services changed, while it is mounted.
 * What came of it has to be read. A message may be lost, and an app without the
 * signals plugin gets none: whoever uses this polls as well.
 *
 * @param services - those that an answer names; absent while it is not there
 */
export function useOnCallSignals(
  services: readonly OnCallServiceRef[] | undefined,
  onChange: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef({ services, onChange });
  useEffect(() => {
    latest.current = { services, onChange };
  });
  // Once, whatever other services the next answer names: the last one to leave
  // a channel closes the connection.
  const listens = services !== undefined && services.length > 0;
  useEffect(() => {
    if (!signals || !listens) {
      return undefined;
    }
    const { unsubscribe } = signals.subscribe(onCallSignalChannel, message => {
      if (isAboutServices(message, latest.current.services ?? [])) {
        latest.current.onChange();
      }
    });
    return unsubscribe;
  }, [signals, listens]);
}

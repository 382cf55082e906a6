import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * A choice that lives in the query string, so that it survives a reload and can
 * be shared: the chosen SLO, its range, the chosen runbook. This hook is the
 * only place that touches the router.
 */
export function useQueryChoice(
  name: string,
): [chosen: string | undefined, choose: (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const choose = useCallback(
    (value: string) =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? undefined, choose];
}

import { useEffect, useRef } from 'react';

/**
 * A place that takes the focus when what had it is gone because somebody acted:
 * a keyboard goes on where it was and not at the top of the page.
 *
 * @param shown - what is shown; when it changes, something may be gone
 */
export function useFocusKept<T extends HTMLElement>(shown: string) {
  const place = useRef<T>(null);
  const acted = useRef(false);
  useEffect(() => {
    if (acted.current && document.activeElement === document.body) {
      acted.current = false;
      place.current?.focus({ preventScroll: true });
    }
  }, [shown]);
  return {
    place,
    /** To be called by what makes something go. */
    acts: () => {
      acted.current = true;
    },
  };
}

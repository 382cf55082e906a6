import { useEffect, useState } from 'react';

/**
 * Gives the focus back to the button of the menu that opened a dialog. Dialogs
 * give it back to what had it, which is an item that is gone by then.
 */
export function useFocusReturn() {
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      // After the dialog has given back the focus by itself.
      setTimeout(() => {
        if (document.activeElement === document.body) {
          opener?.focus({ preventScroll: true });
        }
      });
    },
    [opener],
  );
}

/** A menu is named by its button. */
function openerOf(focused: Element | null): HTMLElement | null {
  const id = focused
    ?.closest('[role="menu"]')
    ?.closest('[aria-labelledby]')
    ?.getAttribute('aria-labelledby');
  if (id) {
    return document.getElementById(id.split(' ')[0]);
  }
  return focused instanceof HTMLElement ? focused : null;
}

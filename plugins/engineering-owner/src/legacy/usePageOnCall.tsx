import { LazyPageOnCallDialog } from '../onCall/actions/LazyPageOnCallDialog';
import { usePageOnCallItem } from '../onCall/actions/usePageOnCallItem';
import type { IconComponent } from '@backstage/core-plugin-api';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import { type ReactElement, useState } from 'react';

/**
 * An item for the menu of an entity's page, which pages the on-call, and the
 * dialog that it opens.
 *
 * @public
 */
export interface PageOnCallMenu {
  /** For `UNSTABLE_extraContextMenuItems` of `EntityLayout`. */
  items: Array<{ title: string; Icon: IconComponent; onClick: () => void }>;
  /** To be rendered beside the layout. */
  dialog: ReactElement | null;
}

/**
 * Pages the on-call from the menu of an entity's page. To be used below the
 * page's entity, where `isRunbooksAvailable`: what is run by somebody.
 *
 * The old menu knows no disabled items: where there is nobody to page the item
 * says so, and its dialog too.
 *
 * @public
 */
export function usePageOnCall(): PageOnCallMenu {
  const { title } = usePageOnCallItem();
  const [open, setOpen] = useState(false);
  return {
    items: [
      {
        title,
        Icon: NotificationsActiveIcon as IconComponent,
        onClick: () => setOpen(true),
      },
    ],
    dialog: open ? (
      <LazyPageOnCallDialog onClose={() => setOpen(false)} />
    ) : null,
  };
}

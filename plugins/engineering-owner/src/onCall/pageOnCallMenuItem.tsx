import { useApi } from '@backstage/core-plugin-api';
import { dialogApiRef } from '@backstage/frontend-plugin-api';
import { EntityProvider, useEntity } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import { SERVICE_KINDS } from '../routing/kinds';
import { LazyPageOnCallDialog } from './actions/LazyPageOnCallDialog';
import { usePageOnCallItem } from './actions/usePageOnCallItem';

/** Pages the on-call from the menu of an entity's page. */
export const pageOnCallMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'page-on-call',
  params: {
    icon: <NotificationsActiveIcon fontSize="inherit" />,
    filter: { kind: { $in: SERVICE_KINDS } },
    useProps: () => {
      const { entity } = useEntity();
      const dialogs = useApi(dialogApiRef);
      return {
        ...usePageOnCallItem(),
        onClick: () => {
          // Dialogs are shown outside of the page.
          dialogs.open(({ dialog }) => (
            <EntityProvider entity={entity}>
              <LazyPageOnCallDialog onClose={() => dialog.close()} />
            </EntityProvider>
          ));
        },
      };
    },
  },
});

import { lazy, Suspense } from 'react';
import { useFocusReturn } from './useFocusReturn';

const PageOnCallDialog = lazy(() =>
  import('./PageOnCallDialog').then(module => ({
    default: module.PageOnCallDialog,
  })),
);

/** The dialog for menus, which come with every page: read when it is opened. */
export const LazyPageOnCallDialog = (props: { onClose: () => void }) => {
  useFocusReturn();
  return (
    <Suspense fallback={null}>
      <PageOnCallDialog {...props} />
    </Suspense>
  );
};

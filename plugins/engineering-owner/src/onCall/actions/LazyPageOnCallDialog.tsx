import { lazy, Suspense } from 'react';

const PageOnCallDialog = lazy(() =>
  import('./PageOnCallDialog').then(module => ({
    default: module.PageOnCallDialog,
  })),
);

/** The dialog for what is loaded with every page: read when it is opened. */
export const LazyPageOnCallDialog = (props: { onClose: () => void }) => (
  <Suspense fallback={null}>
    <PageOnCallDialog {...props} />
  </Suspense>
);

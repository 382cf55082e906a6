import { useSummary } from '../../summary/useSummary';
import { type T, useT } from '../../translation';
import type { SummaryResponse } from '@engineering-owner/backstage-plugin-common';

/**
 * What an item of a menu says that pages the on-call, and whether there is
 * anybody to page. Who may is told by the dialog.
 */
export function usePageOnCallItem(): { title: string; disabled: boolean } {
  const t = useT();
  const summary = useSummary();
  const action = t('onCall.act.trigger');
  switch (summary.status) {
    case 'loading':
      return {
        title: t('onCall.act.page.loading', { action }),
        disabled: true,
      };
    case 'failed':
      // The dialog says why, and tries again.
      return { title: action, disabled: false };
    default: {
      const title = missingText(t, summary.data.onCall, action);
      return { title: title ?? action, disabled: title !== undefined };
    }
  }
}

function missingText(
  t: T,
  { section, services, missingService: id }: SummaryResponse['onCall'],
  action: string,
): string | undefined {
  if (services === 0) {
    return section.state === 'not_configured'
      ? t('onCall.act.page.notConfigured', { action })
      : t('onCall.act.page.noService', { action });
  }
  return services === 1 && id
    ? t('onCall.act.page.notFound', { action, id })
    : undefined;
}

import type { OnCallResponse } from '@engineering-owner/backstage-plugin-common';
import { useState } from 'react';
import { vendorName } from '../../status';
import { useT } from '../../translation';
import { ActionButton } from './ActionButton';
import { notActingText } from './notActingText';
import { PageOnCallDialog } from './PageOnCallDialog';

/** Opens the dialog that pages; nothing where it is not known who may. */
export const PageOnCallButton = ({
  response: { may, services },
}: {
  response: Pick<OnCallResponse, 'may' | 'services'>;
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!may) {
    return null;
  }
  const vendor = vendorName(services[0]?.source.type ?? 'pagerduty');
  return (
    <>
      <ActionButton
        reason={notActingText(t, may, vendor)}
        onClick={() => setOpen(true)}
      >
        {t('onCall.act.trigger')}
      </ActionButton>
      {open && <PageOnCallDialog onClose={() => setOpen(false)} />}
    </>
  );
};

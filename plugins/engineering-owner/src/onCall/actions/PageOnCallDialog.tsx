import { LineFailure, LineSkeleton } from '../../layout';
import { useT } from '../../translation';
import { useOnCall } from '../useOnCall';
import { ActionDialog } from './ActionDialog';
import { PageForm } from './PageForm';

/** Pages whoever is on call for the entity of the page. */
export const PageOnCallDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT();
  const result = useOnCall();
  if (result.status === 'loaded') {
    return <PageForm response={result.data} onClose={onClose} />;
  }
  return (
    <ActionDialog
      title={t('onCall.act.trigger')}
      submit={t('onCall.act.page.submit')}
      busy={false}
      onClose={onClose}
    >
      {result.status === 'failed' ? (
        <LineFailure {...result} />
      ) : (
        <LineSkeleton />
      )}
    </ActionDialog>
  );
};

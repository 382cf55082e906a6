import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { useT } from '../translation';

const LINES = `metadata:
  annotations:
    engineering-owner/primary: user:default/<name>
    engineering-owner/deputy: user:default/<name of somebody else>
    engineering-owner/tier: '2'
spec:
  owner: group:default/<group>`;

/** What would be here, and the lines that bring it about. */
export const OwnerEmpty = () => {
  const t = useT();
  return (
    <EmptyState
      title={t('ownership.empty.title')}
      sentence={t('ownership.empty.sentence')}
    >
      <Typography variant="body2">{t('shared.add')}</Typography>
      <CopyBlock text={LINES} />
    </EmptyState>
  );
};

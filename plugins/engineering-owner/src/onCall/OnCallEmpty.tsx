import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { useT } from '../translation';

const ANNOTATION = `metadata:
  annotations:
    pagerduty.com/service-id: PABC123`;

const ACCOUNT = `engineeringOwner:
  pagerduty:
    accounts:
      - name: default
        region: us
        token: \${PAGERDUTY_TOKEN}`;

/** What would be here, and the lines that bring it about. */
export const OnCallEmpty = ({ configured }: { configured: boolean }) => {
  const t = useT();
  return (
    <EmptyState
      title={t('onCall.empty.title')}
      sentence={t('onCall.empty.sentence')}
    >
      {!configured && (
        <>
          <Typography variant="body2">
            {t('onCall.empty.notConfigured')}
          </Typography>
          <CopyBlock text={ACCOUNT} />
        </>
      )}
      <Typography variant="body2">{t('onCall.empty.add')}</Typography>
      <CopyBlock text={ANNOTATION} />
    </EmptyState>
  );
};

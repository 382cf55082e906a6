import type { OnCallPortfolio } from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { useT } from '../translation';
import { UnpagedEntities } from './UnpagedEntities';

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
export const OnCallEmpty = ({
  configured,
  portfolio,
}: {
  configured: boolean;
  /** Of a Group, User, System or Domain. */
  portfolio?: OnCallPortfolio;
}) => {
  const t = useT();
  return (
    <EmptyState
      title={t('onCall.empty.title')}
      sentence={
        portfolio
          ? t('onCall.empty.portfolio', { count: portfolio.entities })
          : t('onCall.empty.sentence')
      }
    >
      {!configured && (
        <>
          <Typography variant="body2">
            {t('onCall.empty.notConfigured')}
          </Typography>
          <CopyBlock text={ACCOUNT} />
        </>
      )}
      {portfolio && portfolio.withoutService.n > 0 && (
        <UnpagedEntities portfolio={portfolio} />
      )}
      {portfolio?.entities !== 0 && (
        <>
          <Typography variant="body2">{t('onCall.empty.add')}</Typography>
          <CopyBlock text={ANNOTATION} />
        </>
      )}
    </EmptyState>
  );
};

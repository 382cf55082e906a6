import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { useT } from '../translation';

const TEMPLATE = `engineeringOwner:
  slos:
    templates:
      - name: availability
        filter: {kind: component, spec.type: service}
        prometheus: default
        entityLabel: service
        indicator:
          ratio: {total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}'}
        objective: 99.9
        window: 30d`;

const SELECTOR = `metadata:
  annotations:
    engineering-owner/sli-selector: 'namespace="shop"'`;

/** What would be here, and the lines that bring it about. */
export const SlosEmpty = () => {
  const t = useT();
  return (
    <EmptyState
      title={t('slos.empty.title')}
      sentence={t('slos.empty.sentence')}
    >
      <Typography variant="body2">{t('slos.empty.template')}</Typography>
      <CopyBlock text={TEMPLATE} />
      <Typography variant="body2">{t('slos.empty.selector')}</Typography>
      <CopyBlock text={SELECTOR} />
    </EmptyState>
  );
};

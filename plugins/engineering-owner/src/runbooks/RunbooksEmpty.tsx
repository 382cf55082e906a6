import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { useT } from '../translation';

const ANNOTATION = `metadata:
  annotations:
    engineering-owner/runbooks: docs/runbooks/5xx.md, docs/runbooks/latency.md`;

const FRONT_MATTER = `---
title: Too many 5xx
alerts: [ErrorBudgetBurn]
last_reviewed_on: 2025-01-31
last_tested_on: 2025-01-31
---`;

/** What would be here, and the lines that bring it about. */
export const RunbooksEmpty = () => {
  const t = useT();
  return (
    <EmptyState
      title={t('runbooks.empty.title')}
      sentence={t('runbooks.empty.sentence')}
    >
      <Typography variant="body2">{t('runbooks.empty.add')}</Typography>
      <CopyBlock text={ANNOTATION} />
      <Typography variant="body2">{t('runbooks.empty.front')}</Typography>
      <CopyBlock text={FRONT_MATTER} />
    </EmptyState>
  );
};

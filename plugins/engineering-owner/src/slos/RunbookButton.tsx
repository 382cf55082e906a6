import { LinkButton } from '@backstage/core-components';
import { runbooksRouteRef, useTabPath } from '../routing';
import { useT } from '../translation';

/** The way to what to do about it. */
export const RunbookButton = () => {
  const t = useT();
  const path = useTabPath(runbooksRouteRef);
  return path ? (
    <LinkButton
      to={path}
      variant="outlined"
      size="small"
      style={{ textTransform: 'none' }}
    >
      {t('slos.openRunbook')}
    </LinkButton>
  ) : null;
};

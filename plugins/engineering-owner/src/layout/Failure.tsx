import { ErrorPanel } from '@backstage/core-components';
import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { TabLayout } from './TabLayout';

const useStyles = makeStyles(theme => ({
  actions: { display: 'flex', gap: theme.spacing(2), alignItems: 'center' },
}));

interface FailureProps {
  error: Error;
  retry: () => void;
}

function isNotFound(error: Error): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

/** A whole tab that could not be read. */
export const Failure = ({ error, retry }: FailureProps) => {
  const t = useT();
  const classes = useStyles();
  return (
    <TabLayout>
      {isNotFound(error) ? (
        <Typography variant="body2">{t('shared.failed.notFound')}</Typography>
      ) : (
        <ErrorPanel
          title={t('shared.failed.title')}
          error={error}
          defaultExpanded
        />
      )}
      <div className={classes.actions}>
        <Button variant="outlined" onClick={retry}>
          {t('shared.failed.retry')}
        </Button>
      </div>
    </TabLayout>
  );
};

/** The same in one line, for the overview cards. */
export const LineFailure = ({ error, retry }: FailureProps) => {
  const t = useT();
  const classes = useStyles();
  return (
    <div className={classes.actions} role="alert">
      <StatusWord tone="unknown">
        {isNotFound(error) ? t('shared.failed.notFound') : error.message}
      </StatusWord>
      <Button size="small" onClick={retry}>
        {t('shared.failed.retry')}
      </Button>
    </div>
  );
};

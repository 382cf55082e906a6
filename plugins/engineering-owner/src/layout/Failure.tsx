import { ResponseErrorPanel } from '@backstage/core-components';
import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { StatusLine, StatusWord } from '../status';
import { type T, useT } from '../translation';
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

function failureText(t: T, error: Error): string {
  return isNotFound(error)
    ? t('shared.failed.notFound')
    : t('shared.failed.sentence', { reason: error.message });
}

/** A whole tab that could not be read: what happened and another try. */
export const Failure = ({ error, retry }: FailureProps) => {
  const t = useT();
  return (
    <TabLayout>
      <StatusLine
        tone="unknown"
        code="failed"
        sentence={failureText(t, error)}
        action={
          <Button
            size="small"
            variant="outlined"
            onClick={retry}
            style={{ textTransform: 'none' }}
          >
            {t('shared.failed.retry')}
          </Button>
        }
      />
      {!isNotFound(error) && <ResponseErrorPanel error={error} />}
    </TabLayout>
  );
};

/** The same in one line, for the overview cards. */
export const LineFailure = ({ error, retry }: FailureProps) => {
  const t = useT();
  const classes = useStyles();
  return (
    <div className={classes.actions} role="alert">
      <StatusWord tone="unknown">{failureText(t, error)}</StatusWord>
      <Button size="small" onClick={retry}>
        {t('shared.failed.retry')}
      </Button>
    </div>
  );
};

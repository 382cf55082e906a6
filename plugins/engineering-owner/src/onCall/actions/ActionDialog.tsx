import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId, useState } from 'react';
import { StatusWord } from '../../status';
import { useT } from '../../translation';
import { ActionButton } from './ActionButton';
import { actionFailure } from './actionFailure';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    // Labels of outlined fields rise above their border.
    paddingTop: theme.spacing(1),
  },
  title: { overflowWrap: 'anywhere' },
  plain: { textTransform: 'none' },
}));

/**
 * Asks for what an action needs. It closes when that is done; when it failed it
 * says so and keeps what was written. Nothing closes it while it is under way,
 * or nobody would hear how it ended.
 */
export const ActionDialog = (props: {
  title: string;
  submit: string;
  busy: boolean;
  /** Absent: there is nothing to do yet. */
  onSubmit?: () => Promise<boolean>;
  /** Why it cannot be done. */
  reason?: string;
  onClose: () => void;
  children: ReactNode;
}) => {
  const t = useT();
  const classes = useStyles();
  const titleId = useId();
  const [error, setError] = useState<unknown>();
  const { busy, onSubmit } = props;
  const submit = async () => {
    if (!onSubmit || busy || props.reason) {
      return;
    }
    setError(undefined);
    try {
      if (await onSubmit()) {
        props.onClose();
      }
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      onClose={() => !busy && props.onClose()}
    >
      <form
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogTitle id={titleId} className={classes.title}>
          {props.title}
        </DialogTitle>
        <DialogContent className={classes.content}>
          {props.children}
          {error !== undefined && (
            <div role="alert">
              <StatusWord tone="act_now">{actionFailure(t, error)}</StatusWord>
            </div>
          )}
        </DialogContent>
        <DialogActions>
          <Button
            size="small"
            className={classes.plain}
            disabled={busy}
            onClick={props.onClose}
          >
            {t('onCall.act.cancel')}
          </Button>
          <ActionButton
            type="submit"
            busy={busy}
            idle={!onSubmit}
            reason={props.reason}
          >
            {props.submit}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
};

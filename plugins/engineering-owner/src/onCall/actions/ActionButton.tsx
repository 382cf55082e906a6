import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none', whiteSpace: 'nowrap' },
  off: {
    cursor: 'default',
    color: theme.palette.action.disabled,
    '&:hover': { backgroundColor: 'transparent' },
  },
}));

/**
 * A button that does something. Where it may not, or is at it, it stays in the
 * order of the keyboard and keeps the focus; why it may not is told on hover, on
 * focus and to a screen reader.
 */
export const ActionButton = (props: {
  /** What it does, for those who do not see what it stands beside. */
  label?: string;
  /** Why it cannot be used. */
  reason?: string;
  busy?: boolean;
  /** There is nothing to do yet. */
  idle?: boolean;
  icon?: ReactNode;
  variant?: 'outlined' | 'text';
  type?: 'submit';
  onClick?: () => void;
  children: ReactNode;
}) => {
  const classes = useStyles();
  const reasonId = useId();
  const { reason, busy = false, idle = false } = props;
  const off = busy || idle || reason !== undefined;
  const button = (
    <Button
      size="small"
      type={props.type}
      variant={props.variant ?? 'outlined'}
      className={`${classes.button} ${off ? classes.off : ''}`}
      startIcon={props.icon}
      disableRipple={off}
      aria-label={props.label}
      aria-disabled={off}
      aria-busy={busy}
      aria-describedby={reason ? reasonId : undefined}
      onClick={off ? undefined : props.onClick}
    >
      {props.children}
    </Button>
  );
  return reason ? (
    <>
      <Tooltip title={reason}>{button}</Tooltip>
      <span id={reasonId} hidden>
        {reason}
      </span>
    </>
  ) : (
    button
  );
};

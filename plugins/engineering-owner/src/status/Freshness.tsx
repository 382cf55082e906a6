import { makeStyles } from '@material-ui/core/styles';
import {
  ExplainedFigure,
  formatAbsoluteTime,
  formatAge,
  useNow,
} from '../figures';
import { useT } from '../translation';
import { StatusWord } from './StatusWord';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(13),
    fontVariantNumeric: 'tabular-nums',
    minWidth: 0,
  },
  // An error can be long; the whole of it is on hover and focus.
  reason: {
    display: 'inline-block',
    maxWidth: 400,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
}));

/**
 * How old what is shown is. With a reason for being old it turns amber and says
 * it.
 */
export const Freshness = (props: {
  asOf: string | undefined;
  /** Why it is older than it should be. */
  reason?: string;
}) => {
  const t = useT();
  const now = useNow(1);
  const classes = useStyles();
  const { asOf, reason } = props;
  const text = asOf
    ? t('shared.freshness.asOf', { age: formatAge(asOf, now) })
    : t('shared.freshness.never');
  const lines = [asOf ? formatAbsoluteTime(asOf) : undefined, reason].filter(
    line => line !== undefined,
  );
  if (lines.length === 0) {
    return <span className={classes.root}>{text}</span>;
  }
  return (
    <span className={classes.root}>
      <ExplainedFigure lines={lines}>
        {reason ? (
          <StatusWord tone="look_today">
            <span className={classes.reason}>
              {t('shared.freshness.stale', { asOf: text, reason })}
            </span>
          </StatusWord>
        ) : (
          text
        )}
      </ExplainedFigure>
    </span>
  );
};

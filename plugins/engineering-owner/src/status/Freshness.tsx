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
  if (!props.asOf) {
    return <span className={classes.root}>{t('shared.freshness.never')}</span>;
  }
  const age = formatAge(props.asOf, now);
  return (
    <span className={classes.root}>
      <ExplainedFigure
        lines={[
          formatAbsoluteTime(props.asOf),
          ...(props.reason ? [props.reason] : []),
        ]}
      >
        {props.reason ? (
          <StatusWord tone="look_today">
            <span className={classes.reason}>
              {t('shared.freshness.stale', { age, reason: props.reason })}
            </span>
          </StatusWord>
        ) : (
          t('shared.freshness.asOf', { age })
        )}
      </ExplainedFigure>
    </span>
  );
};

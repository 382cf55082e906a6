import type { SloNow } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatBudget } from '../figures';
import { type Tone, toneColour } from '../status';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
  track: {
    flex: '0 1 96px',
    minWidth: 40,
    height: theme.spacing(1),
    borderRadius: theme.spacing(0.5),
    overflow: 'hidden',
    backgroundColor: theme.palette.action.selected,
  },
  fill: {
    height: '100%',
    borderRadius: theme.spacing(0.5),
    backgroundColor: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
  },
  text: {
    minWidth: 64,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
}));

interface BudgetBarProps {
  remainingRatio: number;
  sloTone: Tone;
  now: SloNow;
}

/**
 * Green while a quarter or more is left, else as urgent as the SLO itself. What
 * is not known about the SLO makes its bar grey, however long it is, and so
 * does a present in which the budget may be spent unseen.
 */
function budgetTone({ remainingRatio, sloTone, now }: BudgetBarProps): Tone {
  const unseen = now.state === 'stale' || now.state === 'no_data';
  if (sloTone === 'unknown' || unseen) {
    return 'unknown';
  }
  if (remainingRatio >= 0.25) {
    return 'fine';
  }
  return sloTone === 'act_now' ? 'act_now' : 'look_today';
}

/** Error budget left as a bar and a signed number; overspent is a full bar. */
export const BudgetBar = (props: BudgetBarProps) => {
  const { remainingRatio } = props;
  const tone = budgetTone(props);
  const classes = useStyles({ tone });
  const share =
    remainingRatio <= 0 ? 1 : Math.min(1, Math.max(0.02, remainingRatio));
  return (
    <span className={classes.root}>
      <span className={classes.track} aria-hidden data-tone={tone}>
        <div className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.text}>{formatBudget(remainingRatio)}</span>
    </span>
  );
};

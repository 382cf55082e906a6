import type {
  EscalationLevelStatus,
  OnCallTurn,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import {
  formatAbsoluteTime,
  formatDuration,
  formatTime,
  useNow,
} from '../figures';
import { useListStyles } from '../layout';
import { Face, PersonName } from '../people';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';

const useStyles = makeStyles(theme => ({
  level: { width: 128, flexShrink: 0 },
  turn: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    '& + &': { marginTop: theme.spacing(0.5) },
  },
  next: { marginTop: theme.spacing(0.5) },
}));

/** One level: who now and until when, who next, and when nobody. */
export const EscalationLevel = ({
  level,
  covered,
}: {
  level: EscalationLevelStatus;
  /** Somebody is on call at one of the levels now. */
  covered: boolean;
}) => {
  const t = useT();
  const now = useNow(60);
  const classes = useStyles();
  const lists = useListStyles();
  return (
    <li className={lists.item}>
      <div className={classes.level}>
        <div>{t('onCall.who.level', { level: `${level.level}` })}</div>
        <div className={lists.context}>{delayText(t, level)}</div>
      </div>
      <div className={lists.body}>
        {level.onCall.length === 0 && (
          <StatusWord tone={covered ? 'look_today' : 'act_now'}>
            {t('onCall.who.nobody')}
          </StatusWord>
        )}
        {level.onCall.map(turn => (
          <div
            key={`${turn.person.responderId} ${turn.schedule?.id}`}
            className={classes.turn}
          >
            <Face name={turn.person.name} />
            <PersonName person={turn.person} />
            <Until turn={turn} />
          </div>
        ))}
        {level.next && (
          <div className={`${lists.context} ${classes.next}`}>
            {nextText(t, level.next, now)}
          </div>
        )}
        <Gaps level={level} />
      </div>
    </li>
  );
};

function delayText(t: T, { level, delayMinutes }: EscalationLevelStatus) {
  return level === 1
    ? t('onCall.who.first')
    : t('onCall.who.delay', { delay: formatDuration(delayMinutes * 60) });
}

function nextText(t: T, next: OnCallTurn, now: Date): string {
  const person = next.person.name;
  return next.from
    ? t('onCall.who.next', { person, from: formatTime(next.from, now) })
    : t('onCall.who.nextUntil', { person });
}

function Until({ turn }: { turn: OnCallTurn }) {
  const t = useT();
  const now = useNow(60);
  const lists = useListStyles();
  if (!turn.to) {
    return <span className={lists.context}>{t('onCall.who.always')}</span>;
  }
  return (
    <Tooltip title={formatAbsoluteTime(turn.to)}>
      <span className={lists.context}>
        {t('onCall.who.until', { until: formatTime(turn.to, now) })}
      </span>
    </Tooltip>
  );
}

/** The first gap in words and the number of the others. */
function Gaps({ level }: { level: EscalationLevelStatus }) {
  const t = useT();
  const now = useNow(60);
  const classes = useStyles();
  const [first, ...others] = level.gaps;
  if (level.coverage === 'empty') {
    return (
      <div className={classes.next}>
        <StatusWord tone="look_today">{t('onCall.who.empty')}</StatusWord>
      </div>
    );
  }
  if (!first) {
    return null;
  }
  return (
    <div className={classes.next}>
      <StatusWord tone="look_today">
        {t('onCall.who.gap', {
          from: formatTime(first.from, now),
          to: formatTime(first.to, now),
        })}
        {others.length > 0 &&
          `, ${t('onCall.who.moreGaps', { count: others.length })}`}
      </StatusWord>
    </div>
  );
}

import type {
  OnCallTurn,
  SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatTime, useNow } from '../figures';
import { Face } from '../people';
import { onCallRouteRef } from '../routing';
import { StatusWord, type Tone } from '../status';
import { SummaryCard } from '../summary';
import { type T, useT } from '../translation';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  turn: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  until: { color: theme.palette.text.secondary },
}));

type OnCallSummary = SummaryResponse['onCall'];

/** Who is on call now, and whether something is open, on the overview. */
export const OnCallCard = () => {
  const t = useT();
  return (
    <SummaryCard title={t('onCall.cardTitle')} tab={onCallRouteRef}>
      {({ onCall }) => <OnCallNow onCall={onCall} />}
    </SummaryCard>
  );
};

function OnCallNow({ onCall }: { onCall: OnCallSummary }) {
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const missing = missingText(t, onCall);
  if (missing) {
    return <StatusWord tone="unknown">{missing}</StatusWord>;
  }
  const turns = onCall.now.flatMap(policy => policy.turns);
  const { tone, text } = stateText(t, onCall, now);
  return (
    <div className={classes.line}>
      {turns.length === 0 && (
        <StatusWord tone="act_now">{t('onCall.card.nobody')}</StatusWord>
      )}
      {turns.map(turn => (
        <Turn
          key={`${turn.person.responderId} ${turn.schedule?.id}`}
          turn={turn}
        />
      ))}
      <StatusWord tone={tone}>{text}</StatusWord>
    </div>
  );
}

function Turn({ turn }: { turn: OnCallTurn }) {
  const t = useT();
  const now = useNow(60);
  const classes = useStyles();
  return (
    <span className={classes.turn}>
      <Face name={turn.person.name} size={24} />
      {turn.person.name}
      <span className={classes.until}>
        {turn.to
          ? t('onCall.who.until', { until: formatTime(turn.to, now) })
          : t('onCall.who.always')}
      </span>
    </span>
  );
}

function missingText(
  t: T,
  { section, now }: OnCallSummary,
): string | undefined {
  switch (section.state) {
    case 'not_configured':
      return t('onCall.card.notConfigured');
    case 'pending':
      return t('onCall.card.pending');
    default:
      return now.length === 0 ? t('onCall.card.noService') : undefined;
  }
}

function stateText(
  t: T,
  onCall: OnCallSummary,
  now: Date,
): { tone: Tone; text: string } {
  if (onCall.openIncidents > 0) {
    const open = t('onCall.card.incidents', { count: onCall.openIncidents });
    return onCall.unacknowledged > 0
      ? {
          tone: 'act_now',
          text: `${open}, ${t('onCall.card.unacknowledged', {
            n: `${onCall.unacknowledged}`,
          })}`,
        }
      : { tone: 'look_today', text: open };
  }
  if (onCall.section.state === 'stale') {
    return {
      tone: 'unknown',
      text: onCall.section.asOf
        ? t('onCall.card.stale', { asOf: formatTime(onCall.section.asOf, now) })
        : t('onCall.card.pending'),
    };
  }
  if (onCall.firingAlerts > 0) {
    return {
      tone: 'look_today',
      text: t('onCall.card.alerts', { count: onCall.firingAlerts }),
    };
  }
  return { tone: 'fine', text: t('onCall.card.quiet') };
}

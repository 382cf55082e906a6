import {
  type OnCallTurn,
  pagesNobody,
  type SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatTime, useNow } from '../figures';
import { Face } from '../people';
import { onCallRouteRef } from '../routing';
import { sourceNames, StatusWord, type Tone } from '../status';
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
  const { tone, text } = stateOf(t, onCall, now);
  return (
    <div className={classes.line}>
      {onCall.now.some(({ covered }) => !covered) && (
        <StatusWord tone="act_now">{t('onCall.card.nobody')}</StatusWord>
      )}
      {onCall.now.some(policy => policy.covered && !policy.turns.length) && (
        <StatusWord tone="look_today">
          {t('onCall.card.nobodyFirst')}
        </StatusWord>
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

/** Why there is nothing to say about who is on call and what is open. */
function missingText(t: T, onCall: OnCallSummary): string | undefined {
  const { section, services } = onCall;
  const sentence = () => {
    switch (section.state) {
      case 'not_configured':
        return t('onCall.card.notConfigured');
      case 'pending':
        return services > 0
          ? t('onCall.card.pending')
          : t('onCall.card.noService');
      default:
        return services > 0 ? undefined : t('onCall.card.noService');
    }
  };
  const text = sentence();
  return text && section.problem
    ? t('shared.section.reason', {
        sentence: text,
        reason: section.problem.message,
      })
    : text;
}

/** In the order of the tab: what demands action counts even when it is old. */
function stateOf(
  t: T,
  onCall: OnCallSummary,
  now: Date,
): { tone: Tone; text: string } {
  const { openIncidents, unacknowledged, section } = onCall;
  const maintenance = maintenanceText(t, onCall, now);
  const incidents = [
    openIncidents > 0 && t('onCall.card.incidents', { count: openIncidents }),
    unacknowledged > 0 &&
      t('onCall.card.unacknowledged', { n: `${unacknowledged}` }),
    section.state === 'stale' && staleText(t, onCall, now),
  ].filter(fact => fact !== false);
  if (incidents.length > 0) {
    return { tone: factsTone(onCall), text: inOneLine(incidents, maintenance) };
  }
  if (onCall.firingAlerts > 0) {
    return {
      tone: 'look_today',
      text: inOneLine(alertsTexts(t, onCall), maintenance),
    };
  }
  if (onCall.missingService) {
    const missing = t('onCall.card.notFound', { id: onCall.missingService });
    return { tone: 'look_today', text: inOneLine([missing], maintenance) };
  }
  const impaired = impairedText(t, onCall);
  if (onCall.impaired && pagesNobody(onCall.impaired)) {
    return { tone: 'look_today', text: inOneLine([], impaired, maintenance) };
  }
  const { misconfiguredAlerts: source } = onCall;
  const unknown = [
    impaired,
    source !== undefined && t('onCall.card.alertsMisconfigured', { source }),
    maintenance,
    silencedText(t, onCall, now),
  ].filter(fact => typeof fact === 'string');
  if (unknown.length > 0) {
    return { tone: 'unknown', text: inOneLine(unknown) };
  }
  return { tone: 'fine', text: t('onCall.card.quiet') };
}

function impairedText(t: T, { impaired }: OnCallSummary): string | undefined {
  return (
    impaired &&
    t(`onCall.card.impaired.${impaired.impairment}`, {
      service: impaired.service,
      count: impaired.n,
    })
  );
}

function inOneLine(
  facts: string[],
  ...others: Array<string | undefined>
): string {
  return [...facts, ...others.filter(Boolean)].join(', ');
}

function alertsTexts(
  t: T,
  { firingAlerts, silencedAlerts }: OnCallSummary,
): string[] {
  const firing = t('onCall.card.alerts', { count: firingAlerts });
  return silencedAlerts > 0
    ? [firing, t('onCall.card.alsoSilenced', { n: `${silencedAlerts}` })]
    : [firing];
}

function silencedText(
  t: T,
  { silencedAlerts: count, silencedUntil, maintenanceUntil }: OnCallSummary,
  now: Date,
): string | undefined {
  if (count === 0) {
    return undefined;
  }
  return silencedUntil && !maintenanceUntil
    ? t('onCall.card.silencedUntil', {
        count,
        until: formatTime(silencedUntil, now),
      })
    : t('onCall.card.silenced', { count });
}

/** Absent: it is in none, or it is over since the answer came. */
function maintenanceText(
  t: T,
  { maintenanceUntil: until, maintenanceElsewhere: elsewhere }: OnCallSummary,
  now: Date,
): string | undefined {
  if (!until || now.getTime() >= Date.parse(until)) {
    return undefined;
  }
  const said = { until: formatTime(until, now) };
  return elsewhere
    ? t('onCall.card.maintenanceExcept', {
        ...said,
        elsewhere: sourceNames(elsewhere),
      })
    : t('onCall.card.maintenance', said);
}

function factsTone({ unacknowledged, section }: OnCallSummary): Tone {
  if (unacknowledged > 0) {
    return 'act_now';
  }
  return section.state === 'stale' ? 'unknown' : 'look_today';
}

function staleText(t: T, { section }: OnCallSummary, now: Date): string {
  return section.asOf
    ? t('onCall.card.stale', { asOf: formatTime(section.asOf, now) })
    : t('onCall.card.pending');
}

import { Link } from '@backstage/core-components';
import {
  openSince,
  type SummaryResponse,
  waitingSince,
} from '@engineering-owner/backstage-plugin-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { formatAge, formatTime, useNow } from '../figures';
import { OutLink } from '../layout';
import { onCallRouteRef, useTabPath } from '../routing';
import { ToneIcon, toneColour, type Tone } from '../status';
import { useSummary } from '../summary/useSummary';
import { type T, useT } from '../translation';
import { incidentTone } from './incidentTone';

type OnCallSummary = SummaryResponse['onCall'];
type Worst = NonNullable<OnCallSummary['worstIncident']>;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    borderLeft: ({ tone }: { tone: Tone }) =>
      `${theme.spacing(0.5)}px solid ${toneColour(theme, tone)}`,
  },
  sentence: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
}));

/**
 * The worst open incident on the entity's page, with the way to it; nothing
 * when none is open. Of the summary that all cards share.
 */
export const IncidentBanner = () => {
  const summary = useSummary();
  const onCall = summary.status === 'loaded' ? summary.data.onCall : undefined;
  return onCall?.worstIncident ? (
    <Banner onCall={onCall} worst={onCall.worstIncident} />
  ) : null;
};

function Banner({ onCall, worst }: { onCall: OnCallSummary; worst: Worst }) {
  const t = useT();
  const now = useNow();
  const tone = incidentTone(worst);
  const classes = useStyles({ tone });
  return (
    <Paper
      component="section"
      variant="outlined"
      className={classes.root}
      aria-label={t('onCall.act.banner.label')}
    >
      <ToneIcon tone={tone} />
      <span className={classes.sentence}>
        {sentenceOf(t, onCall, worst, now)} <strong>{worst.title}</strong>
        {worst.reopenedAt && (
          <>
            {' '}
            {t('onCall.act.banner.first', {
              at: formatTime(worst.createdAt, now),
            })}
          </>
        )}
        {onCall.section.state === 'stale' && onCall.section.asOf && (
          <>
            {' '}
            {t('onCall.act.banner.stale', {
              asOf: formatTime(onCall.section.asOf, now),
            })}
          </>
        )}
      </span>
      <WayToIt worst={worst} />
    </Paper>
  );
}

function sentenceOf(
  t: T,
  { openIncidents: count }: OnCallSummary,
  worst: Worst,
  now: Date,
): string {
  if (worst.status !== 'triggered') {
    const age = formatAge(openSince(worst), now);
    return t('onCall.act.banner.worked', { count, age });
  }
  const said = { count, age: formatAge(waitingSince(worst), now) };
  return worst.urgency === 'high'
    ? t('onCall.act.banner.waiting', said)
    : t('onCall.act.banner.low', said);
}

/** Its place on the tab, or where the admin has left that out, at the vendor's. */
function WayToIt({ worst }: { worst: Worst }) {
  const t = useT();
  const tab = useTabPath(onCallRouteRef);
  const open = t('onCall.act.banner.open');
  const label = t('onCall.act.banner.openLabel', { title: worst.title });
  if (!tab) {
    return (
      <OutLink to={worst.url} label={label}>
        {open}
      </OutLink>
    );
  }
  const query = new URLSearchParams({ incident: worst.id });
  return (
    <Link to={`${tab}?${query.toString()}`} aria-label={label}>
      {open}
    </Link>
  );
}

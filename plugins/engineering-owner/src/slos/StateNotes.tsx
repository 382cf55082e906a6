import {
  indicatorUnit,
  type SloStatus,
  sloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare, formatTime, useNow } from '../figures';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';
import { isRead } from './isRead';
import { windowName } from './windowText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  },
}));

/** What the state of the own window means, in a sentence; none when all is read. */
function stateNote(t: T, slo: SloStatus, now: Date): string | undefined {
  switch (slo.state) {
    case 'invalid':
      return t('slos.state.invalid', { problem: slo.problem.message });
    case 'query_error':
      return t('slos.state.query_error', { lastError: slo.lastError });
    case 'stale': {
      const since = formatTime(slo.asOf, now);
      return slo.lastError
        ? t('slos.state.stale_reason', { since, lastError: slo.lastError })
        : t('slos.state.stale', { since });
    }
    case 'no_data':
      return slo.lastSeenAt
        ? t('slos.state.no_data_seen', {
            since: formatTime(slo.lastSeenAt, now),
          })
        : t('slos.state.no_data');
    case 'no_traffic':
      return t('slos.state.no_traffic', { window: windowName(t, slo.window) });
    case 'partial':
      if (isRead(slo.coverage)) {
        return t('slos.state.partial_young', {
          window: windowName(t, slo.window),
        });
      }
      return t('slos.state.partial', {
        coverage: formatShare(slo.coverage),
        window: windowName(t, slo.window),
      });
    case 'pending':
      return t('slos.state.pending');
    case 'low_traffic':
      return t(`slos.state.low_traffic_${indicatorUnit(slo.indicator)}`);
    default:
      return undefined;
  }
}

/** What the present adds when the own window alone would hide it. */
function presentNote(t: T, slo: SloStatus, now: Date): string | undefined {
  const { now: present } = slo;
  const measured =
    slo.state === 'ok' ||
    slo.state === 'low_traffic' ||
    slo.state === 'partial';
  if (!measured) {
    return undefined;
  }
  switch (present.state) {
    case 'no_data':
      return present.since
        ? t('slos.state.now_no_data', {
            since: formatTime(present.since, now),
            window: windowName(t, slo.window),
          })
        : t('slos.state.now_no_data_never');
    case 'no_traffic':
      return t('slos.state.now_no_traffic');
    case 'stale': {
      const { lastError } = sloVerdict(slo).params;
      const since = formatTime(present.since, now);
      return lastError
        ? t('slos.state.now_stale_reason', { since, lastError })
        : t('slos.state.now_stale', { since });
    }
    default:
      return slo.lastError
        ? t('slos.state.lastError', { lastError: slo.lastError })
        : undefined;
  }
}

/** States in words: what is missing, since when and why. */
export const StateNotes = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const notes = [stateNote(t, slo, now), presentNote(t, slo, now)].filter(
    note => note !== undefined,
  );
  if (notes.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      {notes.map(note => (
        <StatusWord key={note} tone="unknown">
          {note}
        </StatusWord>
      ))}
    </div>
  );
};

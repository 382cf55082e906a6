import type {
  IncidentStatus,
  OnCallResponse,
  SectionStatus,
  Urgency,
} from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../figures';
import { LineFailure, LineSkeleton, Section } from '../layout';
import { useT } from '../translation';
import { IncidentTable } from './IncidentTable';
import { useIncidentFilter } from './useIncidentFilter';
import { useOnCallIncidents } from './useOnCallIncidents';

/** So many more are shown at a time. */
const STEP = 50;
/** As many as the backend lists. */
const MOST = 500;

type Recent = OnCallResponse['incidents'] & {
  section: SectionStatus;
  periodDays: number;
};

/**
 * What was resolved lately, the latest first, and what is open. The tab has the
 * latest; where the filter or the reader wants others, they are read.
 */
export const RecentIncidents = (props: Recent) => {
  const t = useT();
  const { urgency, state, filters } = useIncidentFilter();
  const [limit, setLimit] = useState(STEP);
  const wants = (each: IncidentStatus) =>
    urgency === 'any' || each.urgency === urgency;
  const open = state === 'resolved' ? [] : props.open.filter(wants);
  const resolved = state === 'open' ? [] : props.recent.filter(wants);
  const counted =
    state === 'open' ? 0 : countOf(props.resolved, urgency) ?? resolved.length;
  const list = (shown: IncidentStatus[], n: number, note?: ReactNode) => (
    <>
      <Incidents {...props} incidents={[...open, ...shown]} n={n} />
      {note ?? (
        <Shown
          shown={shown.length}
          n={n}
          days={props.periodDays}
          onMore={() => setLimit(limit + STEP)}
        />
      )}
    </>
  );
  return (
    <Section title={t('onCall.recent.title')} side={filters}>
      {resolved.length < Math.min(limit, counted, MOST) ? (
        <MoreIncidents
          key={urgency}
          urgency={urgency === 'any' ? undefined : urgency}
          limit={Math.min(limit, MOST)}
          instead={note => list(resolved, counted, note)}
          list={list}
        />
      ) : (
        list(resolved.slice(0, limit), counted)
      )}
    </Section>
  );
};

function countOf(
  resolved: Recent['resolved'],
  urgency: Urgency | 'any',
): number | undefined {
  return urgency === 'any'
    ? resolved && resolved.high + resolved.low
    : resolved?.[urgency];
}

/** Reads the list; what is known already is shown meanwhile, and if that fails. */
function MoreIncidents(props: {
  urgency: Urgency | undefined;
  limit: number;
  instead: (note: ReactNode) => ReactNode;
  list: (shown: IncidentStatus[], n: number) => ReactNode;
}) {
  const { urgency, limit, instead, list } = props;
  const result = useOnCallIncidents({ urgency, limit });
  switch (result.status) {
    case 'loading':
      return <>{instead(<LineSkeleton />)}</>;
    case 'failed':
      return <>{instead(<LineFailure {...result} />)}</>;
    default:
      return <>{list(result.data.incidents, result.data.n)}</>;
  }
}

function Incidents(props: Recent & { incidents: IncidentStatus[]; n: number }) {
  const t = useT();
  const { incidents, section, periodDays } = props;
  if (incidents.length > 0) {
    return <IncidentTable incidents={incidents} />;
  }
  // More are on their way, or could not be read.
  if (props.n > 0) {
    return null;
  }
  const { high = 0, low = 0 } = props.resolved ?? {};
  const isFiltered = high + low + props.recent.length + props.open.length > 0;
  const nothing = isFiltered
    ? t('onCall.recent.noneMatch')
    : t('onCall.recent.none', { count: periodDays });
  return (
    <Typography variant="body2" color="textSecondary">
      {section.state === 'pending' ? t('onCall.recent.pending') : nothing}
    </Typography>
  );
}

/** How many of how many, and the way to more. */
function Shown(props: {
  shown: number;
  n: number;
  days: number;
  onMore: () => void;
}) {
  const t = useT();
  const { shown, n, days } = props;
  if (shown >= n) {
    return null;
  }
  const said = { shown: formatCount(shown), n: formatCount(n), count: days };
  return (
    <Typography variant="body2" color="textSecondary">
      {shown < MOST
        ? t('onCall.recent.shown', said)
        : t('onCall.recent.shownMost', said)}{' '}
      {shown < MOST && (
        <Button
          size="small"
          style={{ textTransform: 'none' }}
          onClick={props.onMore}
        >
          {t('onCall.recent.more')}
        </Button>
      )}
    </Typography>
  );
}

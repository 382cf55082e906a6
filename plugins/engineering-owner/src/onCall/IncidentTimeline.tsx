import { ResponseError } from '@backstage/errors';
import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { Time } from '../figures';
import { LineFailure, LineSkeleton } from '../layout';
import { RefreshNote, StatusWord } from '../status';
import { useT } from '../translation';
import { stepText } from './stepText';
import { useOnCallIncident } from './useOnCallIncident';

const useStyles = makeStyles(theme => ({
  steps: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 0, 0, 1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.25, 0),
  },
  time: {
    width: 140,
    flexShrink: 0,
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** What happened to an incident, step by step; read when it is opened. */
export const IncidentTimeline = ({
  incident,
}: {
  incident: IncidentStatus;
}) => {
  const t = useT();
  const classes = useStyles();
  const result = useOnCallIncident(incident);
  if (result.status === 'loading') {
    return <LineSkeleton />;
  }
  if (result.status === 'failed') {
    const { error } = result;
    return error instanceof ResponseError && error.statusCode === 404 ? (
      <StatusWord tone="unknown">{t('onCall.timeline.notFound')}</StatusWord>
    ) : (
      <LineFailure {...result} />
    );
  }
  const { timeline, people } = result.data;
  const { impossible_times: timeless = 0, other_kind: others = 0 } =
    timeline.excluded;
  return (
    <>
      <RefreshNote result={result} />
      <ol
        className={classes.steps}
        aria-label={t('onCall.recent.details', { incident: incident.title })}
      >
        {timeline.steps.map((step, index) => (
          // A log only grows at its end, or is another one.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${step.at} ${index}`} className={classes.step}>
            <span className={classes.time}>
              <Time at={step.at} />
            </span>
            <span>{stepText(t, step, people)}</span>
          </li>
        ))}
      </ol>
      {timeless + others > 0 && (
        <div className={classes.quiet}>
          {t('onCall.timeline.excluded', { count: timeless + others })}
        </div>
      )}
    </>
  );
};

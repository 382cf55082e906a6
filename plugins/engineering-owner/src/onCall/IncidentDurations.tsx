import {
  type IncidentStatus,
  openSince,
} from '@engineering-owner/backstage-plugin-common';
import { DASH, formatDuration, Time } from '../figures';
import { useTableStyles } from '../layout';
import { type T, useT } from '../translation';

/** When it was resolved, by which the list is ordered, or since when it is open. */
export const When = ({ incident }: { incident: IncidentStatus }) => {
  const t = useT();
  const { status, resolvedAt } = incident;
  if (status !== 'resolved') {
    return (
      <>
        {t('onCall.recent.openSince', {
          at: <Time at={openSince(incident)} />,
        })}
      </>
    );
  }
  return resolvedAt ? <Time at={resolvedAt} /> : <>{t('shared.unknown')}</>;
};

/** How quickly a person acknowledged an incident and who, or why nobody did. */
export const Acknowledged = ({ incident }: { incident: IncidentStatus }) => {
  const t = useT();
  const cells = useTableStyles();
  const { acknowledgedAt, acknowledgedBy, acknowledgedAfterSeconds } = incident;
  if (!acknowledgedAt) {
    return (
      <span className={cells.quiet}>{withoutAcknowledgement(t, incident)}</span>
    );
  }
  return (
    <>
      {acknowledgedAfterSeconds === undefined
        ? DASH
        : t('onCall.recent.acknowledgedIn', {
            duration: formatDuration(acknowledgedAfterSeconds),
          })}
      {acknowledgedBy && (
        <span className={cells.quiet}>
          {' '}
          {t('onCall.recent.by', { person: acknowledgedBy.name })}
        </span>
      )}
    </>
  );
};

function withoutAcknowledgement(
  t: T,
  { unacknowledged }: IncidentStatus,
): string {
  switch (unacknowledged) {
    case 'never_acknowledged':
      return t('onCall.recent.notAcknowledged');
    case 'not_yet_acknowledged':
      return t('onCall.recent.notYet');
    case 'acknowledged_by_machine':
      return t('onCall.recent.byMachine');
    default:
      return t('shared.unknown');
  }
}

/** How long an incident lasted, without the time it lay resolved before it was reopened. */
export const Lasted = ({ incident }: { incident: IncidentStatus }) => {
  const t = useT();
  const cells = useTableStyles();
  const { status, resolvedAfterSeconds, reopenedAt } = incident;
  if (status !== 'resolved') {
    return <>{DASH}</>;
  }
  return (
    <>
      {resolvedAfterSeconds === undefined
        ? DASH
        : formatDuration(resolvedAfterSeconds)}
      {reopenedAt && (
        <div className={cells.quiet}>
          {t('onCall.recent.reopened', { at: <Time at={reopenedAt} /> })}
        </div>
      )}
    </>
  );
};

import { Link } from '@backstage/core-components';
import {
  type AlertStatus,
  type IncidentStatus,
  runbookOfIncident,
} from '@engineering-owner/backstage-plugin-common';
import { OutLink } from '../layout';
import { runbooksRouteRef, useTabPath } from '../routing';
import { useT } from '../translation';

/**
 * The way to what to do about an incident: the runbook of the alert that it
 * names, or the entity's runbooks.
 */
export const RunbookOfIncident = (props: {
  incident: IncidentStatus;
  alerts: AlertStatus[];
}) => {
  const t = useT();
  const tab = useTabPath(runbooksRouteRef);
  const alert = runbookOfIncident(props.incident, props.alerts);
  const name = alert && t('onCall.now.runbook', { alert: alert.name });
  if (alert?.runbookUrl && !(alert.runbookId && tab)) {
    return <OutLink to={alert.runbookUrl}>{name}</OutLink>;
  }
  if (!tab) {
    return null;
  }
  return alert?.runbookId ? (
    <Link
      to={`${tab}?${new URLSearchParams({
        runbook: alert.runbookId,
      }).toString()}`}
    >
      {name}
    </Link>
  ) : (
    <Link to={tab}>{t('onCall.now.runbooks')}</Link>
  );
};

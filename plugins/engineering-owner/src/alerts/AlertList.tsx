import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type AlertStatus,
  alertTone,
} from '@engineering-owner/backstage-plugin-common';
import { formatAge, useNow } from '../figures';
import { Facts, OutLink, useListStyles } from '../layout';
import { runbooksRouteRef, useTabPath } from '../routing';
import { ToneIcon } from '../status';
import { useT } from '../translation';
import { SuppressionNote } from './SuppressionNote';

/** In a storm nobody reads more, and thousands of lines would stop the page. */
const MOST = 100;

/** Alerts with their severity, since when, whether anybody is told, and the runbook to open. */
export const AlertList = ({ alerts }: { alerts: AlertStatus[] }) => {
  const t = useT();
  const now = useNow();
  const classes = useListStyles();
  const more = alerts.length - MOST;
  return (
    <>
      <ul className={classes.list} aria-label={t('onCall.alerts.list')}>
        {alerts.slice(0, MOST).map(alert => (
          <li
            key={`${alert.source.type} ${alert.source.name} ${alert.fingerprint}`}
            className={classes.item}
          >
            <ToneIcon tone={alertTone(alert)} />
            <div className={classes.body}>
              <div>{alert.name}</div>
              {alert.summary && <div>{alert.summary}</div>}
              <div className={classes.context}>
                <Facts>
                  {t(`onCall.alerts.${alert.state}`)}
                  {alert.severity}
                  {alert.entityRefs?.map(ref => (
                    <EntityRefLink key={ref} entityRef={ref} />
                  ))}
                  {t('onCall.alerts.since', {
                    age: formatAge(alert.since, now),
                  })}
                </Facts>
                {alert.suppression && (
                  <SuppressionNote suppression={alert.suppression} />
                )}
              </div>
            </div>
            <RunbookLink alert={alert} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={classes.context}>
          {t('onCall.alerts.more', { n: `${more}` })}
        </div>
      )}
    </>
  );
};

function RunbookLink({ alert }: { alert: AlertStatus }) {
  const t = useT();
  const classes = useListStyles();
  const tab = useTabPath(runbooksRouteRef);
  if (alert.runbookId && tab) {
    const query = new URLSearchParams({ runbook: alert.runbookId });
    return (
      <Link to={`${tab}?${query.toString()}`}>
        {t('onCall.alerts.runbook')}
      </Link>
    );
  }
  return alert.runbookUrl ? (
    <OutLink to={alert.runbookUrl}>{t('onCall.alerts.runbook')}</OutLink>
  ) : (
    <span className={classes.context}>{t('onCall.alerts.noRunbook')}</span>
  );
}

import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { DASH, formatDuration, secondsBetween, Time } from '../figures';
import { OutLink, Section, useTableStyles } from '../layout';
import { vendorName } from '../status';
import { useT } from '../translation';

const useStyles = makeStyles({
  // About ten rows; more of them scroll below a head that stays.
  container: { maxHeight: 440 },
});

/** What was resolved lately, newest first. */
export const RecentIncidents = ({
  incidents,
}: {
  incidents: IncidentStatus[];
}) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  return (
    <Section title={t('onCall.recent.title')}>
      {incidents.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.recent.none')}
        </Typography>
      ) : (
        <TableContainer className={classes.container}>
          <Table
            size="small"
            stickyHeader
            className={cells.table}
            aria-label={t('onCall.recent.title')}
          >
            <TableHead>
              <TableRow>
                {(['when', 'incident', 'urgency'] as const).map(column => (
                  <TableCell key={column} className={cells.head}>
                    {t(`onCall.recent.${column}`)}
                  </TableCell>
                ))}
                {(['acknowledged', 'lasted'] as const).map(column => (
                  <TableCell key={column} className={cells.head} align="right">
                    {t(`onCall.recent.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {incidents.map(incident => (
                <RecentIncident key={incident.id} incident={incident} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  );
};

function between(from: string, to: string): string {
  return formatDuration(secondsBetween(from, new Date(to)));
}

function RecentIncident({ incident }: { incident: IncidentStatus }) {
  const t = useT();
  const cells = useTableStyles();
  const { createdAt, resolvedAt, acknowledgedAt, acknowledgedBy } = incident;
  return (
    <TableRow>
      <TableCell className={cells.number}>
        <Time at={createdAt} />
      </TableCell>
      <TableCell>
        <OutLink
          to={incident.url}
          label={`${incident.title} – ${t('shared.vendorLink', {
            vendor: vendorName(incident.source.type),
          })}`}
        >
          {incident.title}
        </OutLink>
      </TableCell>
      <TableCell>{t(`onCall.recent.urgencies.${incident.urgency}`)}</TableCell>
      <TableCell align="right" className={cells.number}>
        {acknowledgedAt ? (
          <>
            {t('onCall.recent.acknowledgedIn', {
              duration: between(createdAt, acknowledgedAt),
            })}
            {acknowledgedBy && (
              <span className={cells.quiet}>
                {' '}
                {t('onCall.recent.by', { person: acknowledgedBy.name })}
              </span>
            )}
          </>
        ) : (
          <span className={cells.quiet}>
            {t('onCall.recent.notAcknowledged')}
          </span>
        )}
      </TableCell>
      <TableCell align="right" className={cells.number}>
        {resolvedAt ? between(createdAt, resolvedAt) : DASH}
      </TableCell>
    </TableRow>
  );
}

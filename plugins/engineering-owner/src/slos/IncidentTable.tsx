import type { SloIncident } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { formatAge, formatBudget, Time } from '../figures';
import { OutLink, useTableStyles } from '../layout';
import { useT } from '../translation';

const useStyles = makeStyles({
  container: { maxHeight: 180 },
});

/** The incidents on the burn-down, by the numbers they have there. */
export const IncidentTable = (props: { incidents: readonly SloIncident[] }) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  return (
    <TableContainer className={classes.container} tabIndex={0}>
      <Table
        size="small"
        stickyHeader
        className={cells.table}
        aria-label={t('slos.incidents.label')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={cells.head} align="right">
              {t('slos.incidents.number')}
            </TableCell>
            <TableCell className={cells.head}>
              {t('slos.incidents.incident')}
            </TableCell>
            {(['began', 'lasted', 'cost'] as const).map(column => (
              <TableCell key={column} className={cells.head} align="right">
                {t(`slos.incidents.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.incidents.map((incident, index) => (
            <TableRow key={incident.id}>
              <TableCell align="right" className={cells.number}>
                #{index + 1}
              </TableCell>
              <TableCell>
                <OutLink to={incident.url}>{incident.title}</OutLink>
              </TableCell>
              <TableCell align="right" className={cells.number}>
                <Time at={incident.triggeredAt} />
              </TableCell>
              <TableCell align="right" className={cells.number}>
                {incident.resolvedAt
                  ? formatAge(
                      incident.triggeredAt,
                      new Date(incident.resolvedAt),
                    )
                  : t('slos.incidents.open')}
              </TableCell>
              <TableCell align="right" className={cells.number}>
                {incident.consumedRatio === undefined ? (
                  <span className={cells.quiet}>{t('shared.unknown')}</span>
                ) : (
                  formatBudget(incident.consumedRatio)
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

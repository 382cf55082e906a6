import {
  indicatorUnit,
  type SloIncident,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { ExplainedFigure, formatAge, formatBudget, Time } from '../figures';
import { useTableStyles, VendorLink } from '../layout';
import { useT } from '../translation';
import { ownQueries } from './figureQueries';
import { QueryList } from './QueryList';
import { windowName } from './windowText';

const useStyles = makeStyles({
  container: { maxHeight: 180 },
});

/** The incidents on the burn-down, by the numbers they have there. */
export const IncidentTable = (props: {
  slo: SloStatus;
  incidents: readonly SloIncident[];
}) => {
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
                <VendorLink
                  to={incident.url}
                  name={incident.title}
                  sourceType={incident.source.type}
                />
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
                <Cost slo={props.slo} incident={incident} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

function Cost({ slo, incident }: { slo: SloStatus; incident: SloIncident }) {
  const t = useT();
  const cells = useTableStyles();
  const { consumedRatio, resolvedAt } = incident;
  const unit = indicatorUnit(slo.indicator);
  return (
    <ExplainedFigure
      lines={[
        t(`slos.explain.incidentCost_${unit}`),
        t('slos.explain.window', { window: windowName(t, slo.window) }),
        ...(resolvedAt ? [] : [t('slos.explain.incidentCostOpen')]),
      ]}
      queries={<QueryList slo={slo} queries={ownQueries(slo)} />}
    >
      {consumedRatio === undefined ? (
        <span className={cells.quiet}>{t('shared.unknown')}</span>
      ) : (
        formatBudget(consumedRatio)
      )}
    </ExplainedFigure>
  );
}

import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useId } from 'react';
import { useTableStyles, VendorLink } from '../layout';
import { useQueryChoice } from '../routing';
import { useT } from '../translation';
import { Acknowledged, Lasted, When } from './IncidentDurations';
import { IncidentTimeline } from './IncidentTimeline';
import { TimelineToggle } from './TimelineToggle';

const useStyles = makeStyles({
  // Half a row is cut off, so that it shows that more scroll below the head.
  container: { maxHeight: 420 },
});

/** Incidents, each with its timeline to open; which one is lives in the query string. */
export const IncidentTable = ({
  incidents,
}: {
  incidents: IncidentStatus[];
}) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  const [opened, open] = useQueryChoice('incident');
  return (
    <TableContainer className={classes.container}>
      <Table
        size="small"
        stickyHeader
        className={cells.table}
        aria-label={t('onCall.recent.title')}
      >
        <TableHead>
          <TableRow>
            {(['resolved', 'incident', 'urgency'] as const).map(column => (
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
            <RecentIncident
              key={`${incident.source.name} ${incident.id}`}
              incident={incident}
              opened={incident.id === opened}
              onToggle={() => open(incident.id === opened ? '' : incident.id)}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

function RecentIncident(props: {
  incident: IncidentStatus;
  opened: boolean;
  onToggle: () => void;
}) {
  const { opened } = props;
  const timelineId = useId();
  return (
    <>
      <IncidentRow {...props} timelineId={timelineId} />
      {opened && (
        <TableRow id={timelineId}>
          <TableCell colSpan={5}>
            <IncidentTimeline incident={props.incident} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function IncidentRow(props: {
  incident: IncidentStatus;
  opened: boolean;
  onToggle: () => void;
  timelineId: string;
}) {
  const t = useT();
  const cells = useTableStyles();
  const { incident } = props;
  return (
    <TableRow>
      <TableCell className={cells.number}>
        <TimelineToggle {...props} /> <When incident={incident} />
      </TableCell>
      <TableCell>
        <VendorLink
          to={incident.url}
          name={incident.title}
          sourceType={incident.source.type}
        />
      </TableCell>
      <TableCell>{t(`onCall.recent.urgencies.${incident.urgency}`)}</TableCell>
      <TableCell align="right" className={cells.number}>
        <Acknowledged incident={incident} />
      </TableCell>
      <TableCell align="right" className={cells.number}>
        <Lasted incident={incident} />
      </TableCell>
    </TableRow>
  );
}

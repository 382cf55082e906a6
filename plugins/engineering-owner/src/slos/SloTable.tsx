import {
  type SloStatus,
  sloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTableStyles } from '../layout';
import { useT } from '../translation';
import { SloRow } from './SloRow';

const useStyles = makeStyles({
  // About ten rows; more of them scroll below a head that stays.
  container: { maxHeight: 480 },
});

/** The objectives, worst first; the chosen one is shown in detail below. */
export const SloTable = (props: {
  slos: SloStatus[];
  chosen: SloStatus;
  onChoose: (name: string) => void;
}) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  return (
    <TableContainer className={classes.container}>
      <Table
        size="small"
        stickyHeader
        className={cells.table}
        aria-label={t('slos.table.label')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={cells.head}>
              {t('slos.table.objective')}
            </TableCell>
            {(['target', 'reached', 'budget', 'burn'] as const).map(column => (
              <TableCell key={column} className={cells.head} align="right">
                {t(`slos.table.${column}`)}
              </TableCell>
            ))}
            <TableCell className={cells.head}>
              {t('slos.table.state')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.slos.map(slo => (
            <SloRow
              key={slo.name}
              slo={slo}
              verdict={sloVerdict(slo)}
              chosen={slo.name === props.chosen.name}
              onChoose={() => props.onChoose(slo.name)}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { formatBudget, formatCount, Time } from '../figures';
import { useTableStyles } from '../layout';
import { useT } from '../translation';
import type { BurnDownPoint } from './burnDownSeries';

/** A day of hours. */
const ROWS_PER_PAGE = 24;

const useStyles = makeStyles({
  container: { maxHeight: 260 },
});

/** The burn-down chart in figures, newest first. */
export const BurnDownTable = ({ points }: { points: BurnDownPoint[] }) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  const [page, setPage] = useState(0);
  const notRead = t('slos.chart.noReading');
  const newestFirst = [...points].reverse();
  const first = page * ROWS_PER_PAGE;
  return (
    <>
      <TableContainer className={classes.container} tabIndex={0}>
        <Table
          size="small"
          stickyHeader
          className={cells.table}
          aria-label={t('slos.chart.title')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('slos.chart.time')}</TableCell>
              <TableCell align="right">{t('slos.chart.left')}</TableCell>
              <TableCell align="right">{t('slos.chart.bad')}</TableCell>
              <TableCell align="right">{t('slos.chart.total')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {newestFirst
              .slice(first, first + ROWS_PER_PAGE)
              .map(({ at, left, bad, total }) => (
                <TableRow key={at}>
                  <TableCell>
                    <Time at={new Date(at).toISOString()} />
                  </TableCell>
                  <TableCell align="right" className={cells.number}>
                    {left === null ? notRead : formatBudget(left)}
                  </TableCell>
                  <TableCell align="right" className={cells.number}>
                    {bad === null ? notRead : formatCount(bad)}
                  </TableCell>
                  <TableCell align="right" className={cells.number}>
                    {total === null ? notRead : formatCount(total)}
                  </TableCell>
                </TableRow>
              ))}
          </TableBody>
        </Table>
      </TableContainer>
      {points.length > ROWS_PER_PAGE && (
        <TablePagination
          component="div"
          count={points.length}
          page={page}
          rowsPerPage={ROWS_PER_PAGE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { formatCount, Time } from '../figures';
import { useTableStyles } from '../layout';
import { useT } from '../translation';

/** A day of hours. */
const ROWS_PER_PAGE = 24;

const useStyles = makeStyles({
  container: { maxHeight: 260 },
});

/** A column of figures; undefined: not read. */
export interface SeriesColumn<TPoint> {
  title: string;
  value: (point: TPoint) => string | undefined;
}

/** A chart in figures, newest first. */
export function SeriesTable<TPoint extends { at: number }>(props: {
  label: string;
  points: readonly TPoint[];
  columns: Array<SeriesColumn<TPoint>>;
}) {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  const [page, setPage] = useState(0);
  const { points, columns } = props;
  // After a refresh there may be fewer pages.
  const last = Math.max(0, Math.ceil(points.length / ROWS_PER_PAGE) - 1);
  const first = Math.min(page, last);
  const shown = [...points]
    .reverse()
    .slice(first * ROWS_PER_PAGE, (first + 1) * ROWS_PER_PAGE);
  return (
    <>
      <TableContainer className={classes.container} tabIndex={0}>
        <Table
          size="small"
          stickyHeader
          className={cells.table}
          aria-label={props.label}
        >
          <TableHead>
            <TableRow>
              <TableCell className={cells.head}>
                {t('slos.chart.time')}
              </TableCell>
              {columns.map(({ title }) => (
                <TableCell key={title} className={cells.head} align="right">
                  {title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(point => (
              <TableRow key={point.at}>
                <TableCell className={cells.nowrap}>
                  <Time at={new Date(point.at).toISOString()} />
                </TableCell>
                {columns.map(({ title, value }) => (
                  <TableCell key={title} align="right" className={cells.number}>
                    {value(point) ?? t('slos.chart.noReading')}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {points.length > ROWS_PER_PAGE && (
        <TablePagination
          component="div"
          count={points.length}
          page={first}
          rowsPerPage={ROWS_PER_PAGE}
          rowsPerPageOptions={[]}
          labelDisplayedRows={({ from, to, count }) =>
            t('shared.page.rows', {
              from: formatCount(from),
              to: formatCount(to),
              total: formatCount(count),
            })
          }
          nextIconButtonText={t('shared.page.next')}
          backIconButtonText={t('shared.page.previous')}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
}

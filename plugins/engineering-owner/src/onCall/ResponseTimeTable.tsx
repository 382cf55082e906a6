import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTableStyles } from '../layout';
import type { ResponseTimeSeries } from './responseTimeSeries';

/** A chart of response times in figures. */
export const ResponseTimeTable = ({
  series: { title, columns, rows },
}: {
  series: ResponseTimeSeries;
}) => {
  const cells = useTableStyles();
  const align = (column: number) => (column === 0 ? 'left' : 'right');
  return (
    <Table size="small" className={cells.table} aria-label={title}>
      <TableHead>
        <TableRow>
          {columns.map((column, index) => (
            <TableCell key={column} className={cells.head} align={align(index)}>
              {column}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(row => (
          <TableRow key={row[0]}>
            {row.map((cell, index) => (
              <TableCell
                key={columns[index]}
                className={cells.number}
                align={align(index)}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

import type { CoverageStatus } from '@engineering-owner/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { DASH, Time } from '../figures';
import { useTableStyles } from '../layout';
import { PersonName } from '../people';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { coverageSegments } from './coverageSegments';

/** The strip in words: shifts and gaps of each level, in the order of time. */
export const CoverageTable = (props: {
  policy: string;
  levels: CoverageStatus['levels'];
  period: NonNullable<CoverageStatus['period']>;
}) => {
  const t = useT();
  const cells = useTableStyles();
  return (
    <TableContainer style={{ maxHeight: 320 }} tabIndex={0}>
      <Table
        size="small"
        stickyHeader
        className={cells.table}
        aria-label={t('onCall.coverage.table', { policy: props.policy })}
      >
        <TableHead>
          <TableRow>
            {(['level', 'who', 'from', 'to'] as const).map(column => (
              <TableCell key={column} className={cells.head}>
                {t(`onCall.coverage.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.levels.flatMap(level =>
            coverageSegments(level, props.period).map(
              ({ key, person, from, to }) => (
                <TableRow key={`${level.level} ${key}`}>
                  <TableCell className={cells.number}>{level.level}</TableCell>
                  <TableCell>
                    {person ? (
                      <PersonName person={person} />
                    ) : (
                      <StatusWord tone="look_today">
                        {t('onCall.coverage.gap')}
                      </StatusWord>
                    )}
                  </TableCell>
                  <TableCell className={cells.number}>
                    {from ? <Time at={from} /> : DASH}
                  </TableCell>
                  <TableCell className={cells.number}>
                    {to ? <Time at={to} /> : t('onCall.coverage.always')}
                  </TableCell>
                </TableRow>
              ),
            ),
          )}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

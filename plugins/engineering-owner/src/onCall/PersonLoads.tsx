import type {
  LoadTone,
  OnCallLoad,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { DASH, formatCount, formatShare } from '../figures';
import { Facts, useTableStyles } from '../layout';
import { PersonName } from '../people';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { partial, reconstructed } from './loadFacts';

// Five columns in half a page: heads take lines, names keep theirs.
const useStyles = makeStyles(theme => ({
  table: {
    '& .MuiTableCell-root': {
      padding: theme.spacing(1, 0.75),
      // Columns are as wide as their longest word at least.
      overflowWrap: 'break-word',
      verticalAlign: 'top',
    },
    '& .MuiTableCell-head': { whiteSpace: 'normal', verticalAlign: 'bottom' },
  },
}));

/** The load of each person, for those who may see it: of oneself, or of all. */
export const PersonLoads = ({
  name,
  persons,
}: {
  name: string;
  persons: NonNullable<OnCallLoad['persons']>;
}) => {
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  return (
    <TableContainer style={{ maxHeight: 320 }} tabIndex={0}>
      <Table
        size="small"
        stickyHeader
        className={`${cells.table} ${classes.table}`}
        aria-label={name}
      >
        <TableHead>
          <TableRow>
            <TableCell className={cells.head}>
              {t('onCall.load.person')}
            </TableCell>
            {(['pages', 'sleep', 'share', 'backToBack'] as const).map(
              column => (
                <TableCell key={column} className={cells.head} align="right">
                  {t(`onCall.load.${column}`)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {persons.map(each => (
            <TableRow key={each.responderId}>
              <TableCell className={cells.nowrap}>
                <PersonName person={each.person} />
              </TableCell>
              <Figure
                value={each.pagesPerShift.perShift}
                format={formatCount}
                tone={each.pagesPerShift.tone}
                facts={[
                  t('onCall.load.pagesOf', {
                    count: Math.round(each.pagesPerShift.shifts),
                    n: formatCount(each.pagesPerShift.n),
                  }),
                  each.pagesPerShift.fewShifts && t('onCall.load.fewShifts'),
                  partial(t, each.pagesPerShift),
                  reconstructed(t, each.pagesPerShift),
                ]}
              />
              <Figure
                value={each.sleepPages.perWeek}
                format={formatCount}
                tone={each.sleepPages.tone}
                facts={[
                  t('onCall.load.sleepOf', {
                    count: each.sleepPages.of,
                    n: formatCount(each.sleepPages.n),
                  }),
                  !!each.sleepPages.excluded.no_time_zone &&
                    t('onCall.load.excluded.no_time_zone', {
                      n: formatCount(each.sleepPages.excluded.no_time_zone),
                    }),
                  partial(t, each.sleepPages),
                ]}
              />
              <Figure
                value={each.onCallShare.ratio}
                format={formatShare}
                tone={each.onCallShare.tone}
                facts={[
                  t('onCall.load.stretches', { count: each.onCallShare.n }),
                  each.onCallShare.permanent && t('onCall.load.always'),
                  partial(t, each.onCallShare),
                  reconstructed(t, each.onCallShare),
                ]}
              />
              <Figure
                value={each.backToBack.n}
                format={formatCount}
                tone={each.backToBack.tone}
                facts={[
                  t('onCall.load.restsOf', { count: each.backToBack.of }),
                  partial(t, each.backToBack),
                  reconstructed(t, each.backToBack),
                ]}
              />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

function Figure(props: {
  value: number | undefined;
  format: (value: number) => string;
  tone: LoadTone;
  /** Of how many, and what to mind. */
  facts: ReactNode[];
}) {
  const t = useT();
  const cells = useTableStyles();
  const { value, tone } = props;
  return (
    <TableCell align="right">
      {value === undefined ? (
        DASH
      ) : (
        <StatusWord tone={tone}>
          {props.format(value)}{' '}
          <span className={cells.quiet}>{t(`onCall.load.tones.${tone}`)}</span>
        </StatusWord>
      )}
      <Typography variant="caption" color="textSecondary" component="div">
        <Facts>{props.facts}</Facts>
      </Typography>
    </TableCell>
  );
}

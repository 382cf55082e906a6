import type {
  LoadTone,
  OnCallLoad,
} from '@engineering-owner/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { DASH, formatCount, formatShare } from '../figures';
import { Facts, useTableStyles } from '../layout';
import { PersonName } from '../people';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';

/** The load of each person, for those who may see it: of oneself, or of all. */
export const PersonLoads = ({
  name,
  persons,
}: {
  name: string;
  persons: NonNullable<OnCallLoad['persons']>;
}) => {
  const t = useT();
  const cells = useTableStyles();
  return (
    <TableContainer style={{ maxHeight: 320 }} tabIndex={0}>
      <Table
        size="small"
        stickyHeader
        className={cells.table}
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
              <TableCell>
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
                ]}
              />
              <Figure
                value={each.onCallShare.ratio}
                format={formatShare}
                tone={each.onCallShare.tone}
                facts={[
                  t('onCall.load.stretches', { count: each.onCallShare.n }),
                  each.onCallShare.permanent && t('onCall.load.always'),
                  reconstructed(t, each.onCallShare),
                ]}
              />
              <Figure
                value={each.backToBack.n}
                format={formatCount}
                tone={each.backToBack.tone}
                facts={[
                  t('onCall.load.restsOf', { count: each.backToBack.of }),
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

function reconstructed(
  t: T,
  { reconstructedRatio }: { reconstructedRatio: number },
) {
  return (
    reconstructedRatio > 0 &&
    t('onCall.load.reconstructed', { share: formatShare(reconstructedRatio) })
  );
}

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
      <div className={cells.quiet}>
        <Facts>{props.facts}</Facts>
      </div>
    </TableCell>
  );
}

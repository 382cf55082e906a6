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
import { DASH, formatCount, formatShare } from '../figures';
import { useTableStyles } from '../layout';
import { PersonName } from '../people';
import { StatusWord } from '../status';
import { useT } from '../translation';

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
              />
              <Figure
                value={each.sleepPages.perWeek}
                format={formatCount}
                tone={each.sleepPages.tone}
              />
              <Figure
                value={each.onCallShare.ratio}
                format={formatShare}
                tone={each.onCallShare.tone}
              />
              <Figure
                value={each.backToBack.n}
                format={formatCount}
                tone={each.backToBack.tone}
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
}) {
  const t = useT();
  const cells = useTableStyles();
  const { value, tone } = props;
  return (
    <TableCell align="right" className={cells.number}>
      {value === undefined ? (
        DASH
      ) : (
        <StatusWord tone={tone}>
          {props.format(value)}{' '}
          <span className={cells.quiet}>{t(`onCall.load.tones.${tone}`)}</span>
        </StatusWord>
      )}
    </TableCell>
  );
}

import type {
  AlertPairStatus,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  ExplainedFigure,
  formatBurnRate,
  formatCount,
  formatObjective,
  formatTime,
  Time,
  useNow,
} from '../figures';
import { useTableStyles } from '../layout';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';
import { BurnFigure } from './BurnFigure';
import { pairTone } from './pairTone';

const useStyles = makeStyles(theme => ({
  window: {
    color: theme.palette.text.secondary,
    marginRight: theme.spacing(1),
  },
  state: { whiteSpace: 'nowrap' },
  note: {
    display: 'block',
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(12),
    lineHeight: 1.35,
  },
}));

function stateText(t: T, pair: AlertPairStatus): string {
  return pair.state === 'held' && pair.minimumBad !== undefined
    ? t('slos.alerts.held', {
        bad: formatCount(pair.bad ?? 0),
        minimumBad: formatCount(pair.minimumBad),
      })
    : t(`slos.alerts.states.${pair.state}`);
}

/** The pairs of windows that alert, with both burn rates and their limit. */
export const AlertPairTable = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const cells = useTableStyles();
  if (slo.alerts.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('slos.alerts.none')}
      </Typography>
    );
  }
  return (
    <TableContainer>
      <Table
        size="small"
        className={cells.table}
        aria-label={t('slos.alerts.title')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={cells.head}>
              {t('slos.alerts.severity')}
            </TableCell>
            {(['long', 'short', 'limit'] as const).map(column => (
              <TableCell key={column} className={cells.head} align="right">
                {t(`slos.alerts.${column}`)}
              </TableCell>
            ))}
            <TableCell className={cells.head}>
              {t('slos.alerts.state')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {slo.alerts.map(pair => (
            <TableRow
              key={`${pair.severity} ${pair.longWindow}/${pair.shortWindow}`}
            >
              <TableCell className={cells.nowrap}>
                {t(`slos.alerts.${pair.severity}`)}
              </TableCell>
              {[pair.longWindow, pair.shortWindow].map(window => (
                <TableCell key={window} align="right" className={cells.number}>
                  <span className={classes.window}>{window}</span>
                  <BurnFigure slo={slo} window={window} />
                </TableCell>
              ))}
              <TableCell align="right" className={cells.number}>
                <Limit pair={pair} />
              </TableCell>
              <TableCell>
                <StatusWord tone={pairTone(pair)}>
                  <span
                    className={
                      pair.state === 'held' ? undefined : classes.state
                    }
                  >
                    {stateText(t, pair)}
                  </span>
                  {pair.offReason && (
                    <span className={classes.note}>
                      {t('slos.alerts.offReason', {
                        objective: formatObjective(slo.objective),
                        factor: formatBurnRate(pair.factor),
                      })}
                    </span>
                  )}
                  {pair.since && pair.state !== 'unknown' && (
                    <span className={classes.note}>
                      {t('slos.alerts.since')} <Time at={pair.since} />
                    </span>
                  )}
                  {pair.previous && (
                    <span className={classes.note}>
                      {t('slos.alerts.previous', {
                        state: t(`slos.alerts.states.${pair.previous.state}`),
                        since: formatTime(pair.previous.since, now),
                      })}
                    </span>
                  )}
                </StatusWord>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

function Limit({ pair }: { pair: AlertPairStatus }) {
  const t = useT();
  const limit = formatBurnRate(pair.factor);
  return pair.loweredFrom === undefined ? (
    <>{limit}</>
  ) : (
    <ExplainedFigure
      lines={[
        t('slos.alerts.lowered', { from: formatBurnRate(pair.loweredFrom) }),
      ]}
    >
      {limit}*
    </ExplainedFigure>
  );
}

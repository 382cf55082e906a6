import {
  type AlertPair,
  type ErrorBudget,
  indicatorUnit,
  type Reading,
  type SloStatus,
  type SloWhatIfResponse,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import {
  formatBudget,
  formatBurnRate,
  formatCount,
  formatObjective,
  formatReached,
} from '../figures';
import { useTableStyles } from '../layout';
import { type T, useT } from '../translation';
import { exhaustionText } from './exhaustionText';
import { shownFigures } from './shownFigures';
import { windowName } from './windowText';

const useStyles = makeStyles(theme => ({
  table: { maxWidth: 720 },
  other: { fontWeight: 600 },
  pair: { display: 'block' },
  off: { color: theme.palette.text.secondary },
}));

/** One side of the comparison: an SLO as it is, or as it would be. */
interface Judged {
  objective: number;
  window: SloStatus['window'];
  reading: Reading;
  budget: ErrorBudget;
  alerts: readonly AlertPair[];
}

/** The SLO as it is beside what it would be. */
export const WhatIfTable = (props: {
  slo: SloStatus;
  answer: SloWhatIfResponse;
}) => {
  const { slo, answer } = props;
  const t = useT();
  const classes = useStyles();
  const cells = useTableStyles();
  const unit = indicatorUnit(slo.indicator);
  const present: Judged = { ...slo, reading: slo };
  const rows: Array<[string, (judged: Judged) => ReactNode]> = [
    [t('slos.table.target'), ({ objective }) => formatObjective(objective)],
    [t('slos.whatIf.window'), ({ window }) => windowName(t, window)],
    [t('slos.tile.reached'), judged => reached(t, judged)],
    [
      t('slos.tile.budgetLeft'),
      ({ budget }) => ofBudget(t, budget, b => formatBudget(b.remainingRatio)),
    ],
    [
      t(`slos.tile.badLeft_${unit}`),
      ({ budget }) => ofBudget(t, budget, b => formatCount(b.badEventsLeft)),
    ],
    [
      t('slos.tile.exhausts'),
      ({ budget, window }) =>
        ofBudget(t, budget, b => exhaustionText(t, b.exhaustion, window)),
    ],
    [t('slos.whatIf.alerts'), ({ alerts }) => <Pairs pairs={alerts} />],
  ];
  return (
    <TableContainer>
      <Table
        size="small"
        className={`${cells.table} ${classes.table}`}
        aria-label={t('slos.whatIf.label')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={cells.head} />
            <TableCell className={cells.head} align="right">
              {t('slos.whatIf.present')}
            </TableCell>
            <TableCell className={cells.head} align="right">
              {t('slos.whatIf.other')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(([name, figure]) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {name}
              </TableCell>
              <TableCell align="right" className={cells.number}>
                {figure(present)}
              </TableCell>
              <TableCell
                align="right"
                className={`${cells.number} ${classes.other}`}
              >
                {figure(answer)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

function reached(t: T, { reading, objective }: Judged): string {
  const shown = shownFigures(reading);
  return shown.known
    ? formatReached(shown.figures.errorRatio, objective)
    : t(`slos.table.missing.${shown.state}`);
}

function ofBudget(
  t: T,
  budget: ErrorBudget,
  figure: (known: Extract<ErrorBudget, { known: true }>) => string,
): string {
  return budget.known ? figure(budget) : t('shared.unknown');
}

function Pairs({ pairs }: { pairs: readonly AlertPair[] }) {
  const t = useT();
  const classes = useStyles();
  if (pairs.length === 0) {
    return <>{t('slos.whatIf.noAlerts')}</>;
  }
  return (
    <>
      {pairs.map(pair => (
        <span
          key={`${pair.severity} ${pair.longWindow}/${pair.shortWindow}`}
          className={`${classes.pair} ${pair.offReason ? classes.off : ''}`}
        >
          {t(pair.offReason ? 'slos.whatIf.pairOff' : 'slos.whatIf.pair', {
            severity: t(`slos.alerts.${pair.severity}`),
            long: pair.longWindow,
            short: pair.shortWindow,
            factor: formatBurnRate(pair.factor),
          })}
        </span>
      ))}
    </>
  );
}

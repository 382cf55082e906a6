import {
  indicatorUnit,
  type SloStatus,
  type SloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import {
  DASH,
  ExplainedFigure,
  formatObjective,
  formatReached,
  useNow,
} from '../figures';
import { useTableStyles } from '../layout';
import { Greyed, StatusWord, ToneIcon } from '../status';
import { useT } from '../translation';
import { BudgetBar } from './BudgetBar';
import { BurnFigure } from './BurnFigure';
import { budgetDefinition } from './budgetDefinition';
import { ownExplanation } from './explain';
import { ownQueries } from './figureQueries';
import { QueryList } from './QueryList';
import { shownBudget } from './shownBudget';
import { shownFigures } from './shownFigures';
import { sloWord } from './sloWord';
import { windowName } from './windowText';

const useStyles = makeStyles(theme => ({
  row: { cursor: 'pointer' },
  chosen: {
    // Stronger than the theme's stripes.
    '&&': { backgroundColor: theme.palette.action.selected },
    '& $name': { fontWeight: 600 },
  },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    font: 'inherit',
    textAlign: 'left',
    lineHeight: 1.4,
    '&:focus-visible': { textDecoration: 'underline' },
  },
}));

export const SloRow = (props: {
  slo: SloStatus;
  verdict: SloVerdict;
  chosen: boolean;
  onChoose: () => void;
}) => {
  const { slo, verdict, chosen, onChoose } = props;
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const cells = useTableStyles();
  const budget = shownBudget(slo);
  return (
    <TableRow
      hover
      selected={chosen}
      className={`${classes.row} ${chosen ? classes.chosen : ''}`}
      onClick={onChoose}
    >
      <TableCell component="th" scope="row">
        {/* Its click is the row's too. */}
        <ButtonBase className={classes.name} aria-pressed={chosen}>
          <ToneIcon tone={verdict.tone} />
          {slo.title}
        </ButtonBase>
      </TableCell>
      <TableCell align="right" className={cells.number}>
        {formatObjective(slo.objective)}
      </TableCell>
      <TableCell align="right" className={cells.number}>
        <Reached slo={slo} now={now} />{' '}
        <span className={cells.quiet}>{windowName(t, slo.window)}</span>
      </TableCell>
      <TableCell align="right">
        {budget.known ? (
          <Greyed when={budget.old}>
            <ExplainedFigure
              fill
              lines={ownExplanation(
                t,
                slo,
                budgetDefinition(t, 'budgetLeft', slo, budget.budget),
                now,
              )}
              queries={<QueryList slo={slo} queries={ownQueries(slo)} />}
            >
              <BudgetBar
                remainingRatio={budget.budget.remainingRatio}
                sloTone={verdict.tone}
                now={slo.now}
              />
            </ExplainedFigure>
          </Greyed>
        ) : (
          <span className={cells.quiet}>{DASH}</span>
        )}
      </TableCell>
      <TableCell align="right" className={cells.number}>
        <BurnFigure slo={slo} window="1h" />
      </TableCell>
      <TableCell>
        <StatusWord tone={verdict.tone}>{sloWord(t, verdict, now)}</StatusWord>
      </TableCell>
    </TableRow>
  );
};

function Reached({ slo, now }: { slo: SloStatus; now: Date }) {
  const t = useT();
  const cells = useTableStyles();
  const unit = indicatorUnit(slo.indicator);
  const shown = shownFigures(slo);
  if (!shown.known) {
    return (
      <span className={cells.quiet}>
        {t(`slos.table.missing.${shown.state}`)}
      </span>
    );
  }
  return (
    <span className={shown.old ? cells.quiet : undefined}>
      <ExplainedFigure
        lines={ownExplanation(t, slo, t(`slos.explain.reached_${unit}`), now)}
        queries={<QueryList slo={slo} queries={ownQueries(slo)} />}
      >
        {formatReached(shown.figures.errorRatio, slo.objective)}
      </ExplainedFigure>
    </span>
  );
}

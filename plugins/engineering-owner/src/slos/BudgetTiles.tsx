import {
  indicatorUnit,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import {
  ExplainedFigure,
  formatBudget,
  formatCount,
  formatObjective,
  formatReached,
  formatTime,
  Tile,
  Tiles,
  useNow,
} from '../figures';
import { Greyed } from '../status';
import { useT } from '../translation';
import { budgetDefinition } from './budgetDefinition';
import { ExhaustsFigure } from './ExhaustsFigure';
import { asOfReading, ownExplanation } from './explain';
import { ownQueries } from './figureQueries';
import { QueryList } from './QueryList';
import { shownBudget } from './shownBudget';
import { shownFigures } from './shownFigures';
import { windowName } from './windowText';

/** Budget left, what is left of it in events, when it is gone, what was reached. */
export const BudgetTiles = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const now = useNow();
  const shown = shownBudget(slo);
  const reading = shownFigures(slo);
  if (!shown.known || !reading.known) {
    return null;
  }
  const { budget, old } = shown;
  const { exhaustion } = budget;
  const unit = indicatorUnit(slo.indicator);
  const asOf = asOfReading(slo);
  const explain = (definition: string) =>
    ownExplanation(t, slo, definition, now);
  const queries = <QueryList slo={slo} queries={ownQueries(slo)} />;
  const then =
    old && asOf
      ? t('slos.tile.asOf', { at: formatTime(asOf, now) })
      : undefined;
  return (
    <Greyed when={old}>
      <Tiles>
        <Tile
          name={t('slos.tile.budgetLeft')}
          value={
            <ExplainedFigure
              lines={explain(budgetDefinition(t, 'budgetLeft', slo, budget))}
              queries={queries}
            >
              {formatBudget(budget.remainingRatio)}
            </ExplainedFigure>
          }
          context={then ?? windowName(t, slo.window)}
        />
        <Tile
          name={t(`slos.tile.badLeft_${unit}`)}
          value={
            <ExplainedFigure
              lines={explain(budgetDefinition(t, 'badLeft', slo, budget))}
              queries={queries}
            >
              {formatCount(budget.badEventsLeft)}
            </ExplainedFigure>
          }
          context={t('slos.tile.badEventsOf', {
            allowed: formatCount(budget.badEventsAllowed),
          })}
        />
        <Tile
          name={t('slos.tile.exhausts')}
          value={<ExhaustsFigure slo={slo} exhaustion={exhaustion} />}
          context={
            exhaustion.kind === 'in' && exhaustion.estimate
              ? t('slos.tile.estimate')
              : undefined
          }
        />
        <Tile
          name={t('slos.tile.reached')}
          value={
            <ExplainedFigure
              lines={explain(t(`slos.explain.reached_${unit}`))}
              queries={queries}
            >
              {formatReached(reading.figures.errorRatio, slo.objective)}
            </ExplainedFigure>
          }
          context={t('slos.tile.target', {
            target: formatObjective(slo.objective),
          })}
        />
      </Tiles>
    </Greyed>
  );
};

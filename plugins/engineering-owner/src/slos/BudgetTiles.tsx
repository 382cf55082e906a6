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
import { exhaustionText } from './exhaustionText';
import { asOfReading, explanation, ownQueries } from './explain';
import { QueryList } from './QueryList';
import { shownBudget } from './shownBudget';
import { shownFigures } from './shownFigures';
import { windowName, windowPeriod } from './windowText';

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
  const period = windowPeriod(t, slo.window);
  const explain = (definition: string) => [
    ...explanation(t, {
      definition,
      window: windowName(t, slo.window),
      unit,
      counts: reading.figures,
      asOf,
      now,
    }),
    ...(period ? [period] : []),
  ];
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
              lines={explain(t('slos.explain.budgetLeft'))}
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
              lines={explain(t(`slos.explain.badLeft_${unit}`))}
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
          value={
            <ExplainedFigure
              lines={explain(t('slos.explain.exhausts'))}
              queries={queries}
            >
              {exhaustionText(t, exhaustion, slo.window)}
            </ExplainedFigure>
          }
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

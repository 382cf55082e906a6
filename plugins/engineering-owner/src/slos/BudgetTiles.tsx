import type {
  BudgetExhaustion,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import {
  ExplainedFigure,
  formatBudget,
  formatCount,
  formatDuration,
  Tile,
  Tiles,
  useNow,
} from '../figures';
import { type T, useT } from '../translation';
import { asOfReading, explanation, ownQueries } from './explain';
import { QueryList } from './QueryList';

function exhaustionText(t: T, exhaustion: BudgetExhaustion): string {
  switch (exhaustion.kind) {
    case 'in':
      return t('slos.tile.in', {
        duration: formatDuration(exhaustion.seconds),
      });
    case 'unknown':
      return t('shared.unknown');
    default:
      return t(`slos.tile.${exhaustion.kind}`);
  }
}

/** Budget left, bad events left and when it is gone. */
export const BudgetTiles = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const now = useNow();
  const { budget } = slo;
  if (!budget.known) {
    return null;
  }
  const explain = (definition: string) =>
    explanation(t, {
      definition,
      window: slo.window.duration,
      counts: 'bad' in slo ? slo : undefined,
      asOf: asOfReading(slo),
      now,
    });
  const queries = <QueryList queries={ownQueries(slo)} />;
  const { exhaustion } = budget;
  return (
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
      />
      <Tile
        name={t('slos.tile.badEventsLeft')}
        value={
          <ExplainedFigure
            lines={explain(t('slos.explain.badEventsLeft'))}
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
          <ExplainedFigure lines={explain(t('slos.explain.exhausts'))}>
            {exhaustionText(t, exhaustion)}
          </ExplainedFigure>
        }
        context={
          exhaustion.kind === 'in' && exhaustion.estimate
            ? t('slos.tile.estimate')
            : undefined
        }
      />
    </Tiles>
  );
};

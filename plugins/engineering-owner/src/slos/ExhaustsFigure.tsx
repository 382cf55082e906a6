import {
  type BudgetExhaustion,
  indicatorUnit,
  presentBurnWindow,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { ExplainedFigure, useNow } from '../figures';
import { useT } from '../translation';
import { exhaustionText } from './exhaustionText';
import { explanation } from './explain';
import { burnQueries, ownQueries } from './figureQueries';
import { QueryList } from './QueryList';
import { shownFigures } from './shownFigures';

/** When the budget is gone, with the window whose pace says so. */
export const ExhaustsFigure = (props: {
  slo: SloStatus;
  exhaustion: BudgetExhaustion;
}) => {
  const { slo } = props;
  const t = useT();
  const now = useNow();
  const window = presentBurnWindow(slo.alerts);
  const reading = slo.burnRates.find(burn => burn.window === window);
  const shown = reading && shownFigures(reading);
  const queries = burnQueries(slo, window);
  return (
    <ExplainedFigure
      lines={explanation(t, {
        definition: t('slos.explain.exhausts'),
        window,
        unit: indicatorUnit(slo.indicator),
        counts: shown?.known ? shown.figures : undefined,
        asOf: reading && 'asOf' in reading ? reading.asOf : undefined,
        now,
      })}
      queries={
        <QueryList
          slo={slo}
          queries={queries.length > 0 ? queries : ownQueries(slo)}
        />
      }
    >
      {exhaustionText(t, props.exhaustion, slo.window)}
    </ExplainedFigure>
  );
};

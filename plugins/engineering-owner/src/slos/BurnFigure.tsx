import {
  indicatorUnit,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { DASH, ExplainedFigure, formatBurnRate, useNow } from '../figures';
import { useT } from '../translation';
import { explanation } from './explain';
import { burnQueries } from './figureQueries';
import { QueryList } from './QueryList';
import { shownFigures } from './shownFigures';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
}));

/** The burn rate of one window; greyed when old, a word when there is none. */
export const BurnFigure = (props: { slo: SloStatus; window: string }) => {
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const reading = props.slo.burnRates.find(
    ({ window }) => window === props.window,
  );
  if (!reading) {
    return <span className={classes.quiet}>{DASH}</span>;
  }
  const shown = shownFigures(reading);
  if (!shown.known) {
    return (
      <span className={classes.quiet}>
        {t(`slos.table.missing.${shown.state}`)}
      </span>
    );
  }
  const queries = burnQueries(props.slo, props.window);
  return (
    <span className={shown.old ? classes.quiet : undefined}>
      <ExplainedFigure
        lines={explanation(t, {
          definition: t('slos.explain.burn'),
          window: props.window,
          unit: indicatorUnit(props.slo.indicator),
          counts: shown.figures,
          asOf: 'asOf' in reading ? reading.asOf : undefined,
          now,
        })}
        queries={
          queries.length > 0 && <QueryList slo={props.slo} queries={queries} />
        }
      >
        {formatBurnRate(shown.figures.burnRate)}
      </ExplainedFigure>
    </span>
  );
};

import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { formatObjective, formatThreshold } from '../figures';
import { Section } from '../layout';
import { type T, useT } from '../translation';
import { WindowQueries } from './WindowQueries';

const useStyles = makeStyles(theme => ({
  text: {
    overflowWrap: 'anywhere',
    '& + &': { marginTop: theme.spacing(0.5) },
  },
}));

function definitionSentence(t: T, slo: SloStatus): string {
  const { indicator } = slo;
  const shared = {
    objective: formatObjective(slo.objective),
    window: slo.window.duration,
  };
  if (indicator.kind === 'latency') {
    return t('slos.definition.sentence_latency', {
      ...shared,
      histogram: indicator.histogram,
      threshold: formatThreshold(indicator.thresholdSeconds),
    });
  }
  if (indicator.kind === 'gauge') {
    return t('slos.definition.sentence_gauge', {
      ...shared,
      up: indicator.up,
    });
  }
  if (indicator.kind === 'rawRatio') {
    return t(`slos.definition.sentence_raw_${indicator.rawType}`, {
      ...shared,
      query: indicator.query,
    });
  }
  return indicator.good === undefined
    ? t('slos.definition.sentence_ratio', {
        ...shared,
        total: indicator.total,
        bad: indicator.bad ?? '',
      })
    : t('slos.definition.sentence_ratio_good', {
        ...shared,
        total: indicator.total,
        good: indicator.good,
      });
}

/** What is measured, where that was written, and the queries to check it with. */
export const DefinitionSection = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const classes = useStyles();
  return (
    <Section title={t('slos.definition.title')}>
      <div>
        <Typography variant="body2" className={classes.text}>
          {definitionSentence(t, slo)}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.text}
        >
          {t('slos.definition.definedBy', { ...slo.definedBy })}{' '}
          {t('slos.definition.source', { ...slo.source })}
        </Typography>
      </div>
      <WindowQueries queries={slo.queries} />
    </Section>
  );
};

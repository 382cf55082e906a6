import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Section } from '../layout';
import { useT } from '../translation';
import { definitionSentence } from './definitionSentence';
import { SloOriginLine } from './SloOriginLine';
import { WindowQueries } from './WindowQueries';
import { windowPeriod } from './windowText';

const useStyles = makeStyles(theme => ({
  text: {
    overflowWrap: 'anywhere',
    '& + &': { marginTop: theme.spacing(0.5) },
  },
}));

/** What is measured, where that was written, and the queries to check it with. */
export const DefinitionSection = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const classes = useStyles();
  const period = windowPeriod(t, slo.window);
  return (
    <Section title={t('slos.definition.title')}>
      <div>
        <Typography variant="body2" className={classes.text}>
          {definitionSentence(t, slo)}
        </Typography>
        {period && (
          <Typography variant="body2" className={classes.text}>
            {period}
          </Typography>
        )}
        <Typography
          variant="body2"
          color="textSecondary"
          component="div"
          className={classes.text}
        >
          <SloOriginLine origin={slo.definedBy} />{' '}
          {t('slos.definition.source', { ...slo.source })}
        </Typography>
      </div>
      <WindowQueries slo={slo} />
    </Section>
  );
};

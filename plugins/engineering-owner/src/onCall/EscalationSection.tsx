import type {
  EscalationStatus,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { OutLink, Section, useListStyles } from '../layout';
import { Greyed, SectionNote } from '../status';
import { useT } from '../translation';
import { EscalationLevel } from './EscalationLevel';
import { PolicyCoverage } from './PolicyCoverage';

const useStyles = makeStyles(theme => ({
  policy: { '& + &': { marginTop: theme.spacing(3) } },
  name: { fontSize: theme.typography.pxToRem(13) },
}));

/** Per policy, who is called at each level, until when, and who comes next. */
export const EscalationSection = (props: {
  escalation: EscalationStatus[];
  section: SectionStatus;
  source: string;
}) => {
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  const { escalation, section, source } = props;
  return (
    <Section title={t('onCall.who.title')}>
      <SectionNote section={section} source={source} />
      {escalation.length === 0 && section.state === 'ok' && (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.who.none')}
        </Typography>
      )}
      <Greyed when={section.state === 'stale'}>
        {escalation.map(({ policy, levels, coverage }) => (
          <div key={policy.id} className={classes.policy}>
            <div className={classes.name}>
              <OutLink
                to={policy.url}
                label={`${policy.name} – ${t('shared.vendorLink', {
                  vendor: source,
                })}`}
              >
                {policy.name}
              </OutLink>
            </div>
            <ol className={lists.list}>
              {levels.map(level => (
                <EscalationLevel
                  key={level.level}
                  level={level}
                  covered={levels.some(({ onCall }) => onCall.length > 0)}
                />
              ))}
            </ol>
            {coverage && (
              <PolicyCoverage policy={policy.name} coverage={coverage} />
            )}
          </div>
        ))}
      </Greyed>
    </Section>
  );
};

import type {
  OwnershipResponse,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { OutLink, Section, useListStyles } from '../layout';
import { Face, PersonName } from '../people';
import { Greyed, SectionNote, StatusWord, vendorName } from '../status';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  level: { width: 64, flexShrink: 0 },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  person: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Who is called at each level now. */
export const EscalationSection = (props: {
  escalation: OwnershipResponse['escalation'];
  section: SectionStatus;
}) => {
  const { escalation, section } = props;
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  return (
    <Section title={t('ownership.escalation.title')}>
      <SectionNote section={section} source={vendorName('pagerduty')} />
      {escalation.length === 0 && section.state === 'ok' && (
        <Typography variant="body2" color="textSecondary">
          {t('ownership.escalation.none')}
        </Typography>
      )}
      <Greyed when={section.state === 'stale'}>
        {escalation.map(({ policy, levels }) => (
          <div key={policy.id}>
            <div className={lists.context}>
              <OutLink to={policy.url}>{policy.name}</OutLink>
            </div>
            <ol className={lists.list}>
              {levels.map(({ level, people }) => (
                <li key={level} className={lists.item}>
                  <span className={`${classes.level} ${lists.context}`}>
                    {t('ownership.escalation.level', { level: `${level}` })}
                  </span>
                  <span className={classes.people}>
                    {people.length === 0 && (
                      <StatusWord tone="look_today">
                        {t('ownership.escalation.nobody')}
                      </StatusWord>
                    )}
                    {people.map(person => (
                      <span key={person.responderId} className={classes.person}>
                        <Face name={person.name} size={24} />
                        <PersonName person={person} />
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </Greyed>
    </Section>
  );
};

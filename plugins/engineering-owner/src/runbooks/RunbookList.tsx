import type { RunbookStatus } from '@engineering-owner/backstage-plugin-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { formatDate } from '../figures';
import { Facts, Section, useListStyles } from '../layout';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';
import { runbookTone } from './runbookTone';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'block',
    width: '100%',
    padding: theme.spacing(1),
    font: 'inherit',
    textAlign: 'left',
    borderRadius: theme.shape.borderRadius,
    '&:hover, &:focus-visible': { backgroundColor: theme.palette.action.hover },
    '&[aria-pressed=true]': { backgroundColor: theme.palette.action.selected },
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
}));

/** The runbooks, worst first; the chosen one is open beside the list. */
export const RunbookList = (props: {
  runbooks: RunbookStatus[];
  firingIds: ReadonlySet<string>;
  chosen: RunbookStatus | undefined;
  onChoose: (id: string) => void;
}) => {
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  const { runbooks, firingIds, chosen, onChoose } = props;
  return (
    <Section title={t('runbooks.list.title', { count: runbooks.length })}>
      <ul className={lists.list} aria-label={t('runbooks.list.label')}>
        {runbooks.map(runbook => (
          <li key={runbook.id}>
            <ButtonBase
              className={classes.choice}
              aria-pressed={runbook.id === chosen?.id}
              onClick={() => onChoose(runbook.id)}
            >
              <span className={classes.title}>
                <span className={classes.name}>{runbook.title}</span>
                <StatusWord tone={runbookTone(runbook.state)}>
                  {t(`runbooks.state.${runbook.state}`)}
                </StatusWord>
              </span>
              <div className={lists.context}>
                <Facts>
                  {firingIds.has(runbook.id) && (
                    <strong>{t('runbooks.list.firing')}</strong>
                  )}
                  {reviewedText(t, runbook)}
                  {testedText(t, runbook)}
                  {runbook.alerts.length > 0
                    ? t('runbooks.list.alerts', {
                        count: runbook.alerts.length,
                      })
                    : t('runbooks.list.noAlerts')}
                </Facts>
              </div>
            </ButtonBase>
          </li>
        ))}
      </ul>
    </Section>
  );
};

function reviewedText(t: T, { lastReviewedOn }: RunbookStatus): string {
  return lastReviewedOn
    ? t('runbooks.list.reviewed', { date: formatDate(lastReviewedOn) })
    : t('runbooks.list.neverReviewed');
}

function testedText(t: T, { lastTestedOn }: RunbookStatus): string {
  return lastTestedOn
    ? t('runbooks.list.tested', { date: formatDate(lastTestedOn) })
    : t('runbooks.list.neverTested');
}

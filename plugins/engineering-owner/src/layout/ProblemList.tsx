import type { Problem } from '@engineering-owner/backstage-plugin-common';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { Section } from './Section';

/** Problems of the set-up, as the backend words them: they quote the place and the value. */
export const ProblemList = ({ problems }: { problems: Problem[] }) => {
  const t = useT();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Section title={t('shared.problems')}>
      <List dense disablePadding>
        {problems.map(problem => (
          <ListItem key={`${problem.code} ${problem.message}`} disableGutters>
            <StatusWord
              tone={problem.severity === 'error' ? 'act_now' : 'look_today'}
            >
              {problem.message}
            </StatusWord>
          </ListItem>
        ))}
      </List>
    </Section>
  );
};

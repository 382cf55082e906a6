import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Problem } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { CopyBlock, Section, useListStyles } from '../layout';
import { StatusWord, ToneIcon } from '../status';
import { useT } from '../translation';
import { problemPatch } from './problemPatch';
import { problemReason, problemSentence } from './problemText';
import { problemTone } from './problemTone';

const useStyles = makeStyles(theme => ({
  sentence: { fontWeight: 600 },
  fix: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(1),
  },
}));

/** What is wrong, worst first: a sentence, why it matters, how to fix it. */
export const ProblemsSection = (props: {
  problems: Problem[];
  /** The entity of the page, which need not be named again. */
  entityRef: string;
  /** Whether all that is judged could be read lately. */
  known: boolean;
}) => {
  const { problems, entityRef, known } = props;
  const t = useT();
  const lists = useListStyles();
  return (
    <Section title={t('ownership.problems.title', { count: problems.length })}>
      {problems.length === 0 ? (
        <StatusWord tone={known ? 'fine' : 'unknown'}>
          {t('ownership.problems.none')}
        </StatusWord>
      ) : (
        <ul className={lists.list} style={{ maxHeight: 'none' }}>
          {problems.map(problem => (
            <ProblemItem
              key={`${problem.code} ${problem.message}`}
              problem={problem}
              entityRef={entityRef}
            />
          ))}
        </ul>
      )}
    </Section>
  );
};

function ProblemItem(props: { problem: Problem; entityRef: string }) {
  const { problem, entityRef } = props;
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  const patch = problemPatch(problem);
  const reason = problemReason(t, problem);
  const place = problem.params?.entityRef;
  return (
    <li className={lists.item}>
      <ToneIcon tone={problemTone(problem)} />
      <div className={lists.body}>
        <div className={classes.sentence}>{problemSentence(t, problem)}</div>
        {reason && <div className={lists.context}>{reason}</div>}
        {patch && (
          <div className={classes.fix}>
            <span className={lists.context}>
              {typeof place === 'string' && place !== entityRef
                ? t('ownership.problems.fixIn', {
                    entity: <EntityRefLink entityRef={place} />,
                  })
                : t('ownership.problems.fix')}
            </span>
            <CopyBlock text={patch} />
          </div>
        )}
      </div>
    </li>
  );
}

import type {
  SloStatus,
  SloWhatIfResponse,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { WhatIfTarget } from '../api';
import { formatBudget, formatObjective, formatShare } from '../figures';
import { LineFailure } from '../layout';
import { Greyed, RefreshNote, StatusWord } from '../status';
import { type T, useT } from '../translation';
import { isRead } from './isRead';
import { useWhatIf } from './useWhatIf';
import { percentOf } from './whatIfTarget';
import { WhatIfTable } from './WhatIfTable';
import { windowName } from './windowText';

const useStyles = makeStyles(theme => ({
  // As high as the answer, so that nothing jumps.
  placeholder: {
    height: 320,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
}));

/** What would be, in a sentence; nothing before the first answer. */
export const WhatIfSentence = (props: {
  slo: SloStatus;
  target: WhatIfTarget;
}) => {
  const { slo, target } = props;
  const t = useT();
  const result = useWhatIf(slo.name, target);
  return result.status === 'loaded' ? (
    <Greyed when={!isAnswerTo(result.data, slo, target)}>
      <Typography variant="body1">{sentence(t, slo, result.data)}</Typography>
    </Greyed>
  ) : null;
};

/** What would be beside what is. */
export const WhatIfAnswer = (props: {
  slo: SloStatus;
  target: WhatIfTarget;
}) => {
  const { slo, target } = props;
  const t = useT();
  const classes = useStyles();
  const result = useWhatIf(slo.name, target);
  if (result.status === 'failed') {
    return <LineFailure {...result} />;
  }
  if (result.status === 'loading') {
    return (
      <div
        role="progressbar"
        aria-label={t('shared.loading')}
        className={classes.placeholder}
      />
    );
  }
  const answer = result.data;
  return (
    <Greyed when={!isAnswerTo(answer, slo, target)}>
      <div className={classes.answer}>
        {answer.reading.state === 'partial' && (
          <StatusWord tone="unknown">
            {isRead(answer.reading.coverage)
              ? t('slos.state.partial_young', {
                  window: windowName(t, answer.window),
                })
              : t('slos.state.partial', {
                  coverage: formatShare(answer.reading.coverage),
                  window: windowName(t, answer.window),
                })}
          </StatusWord>
        )}
        <WhatIfTable slo={slo} answer={answer} />
        <RefreshNote result={result} />
      </div>
    </Greyed>
  );
};

/** Whether it is the answer to this question, or still that to the last. */
function isAnswerTo(
  { objective, window }: SloWhatIfResponse,
  slo: SloStatus,
  target: WhatIfTarget,
): boolean {
  return (
    percentOf(objective) === (target.objective ?? percentOf(slo.objective)) &&
    window.duration === (target.window ?? slo.window.duration)
  );
}

function sentence(t: T, slo: SloStatus, answer: SloWhatIfResponse): string {
  const target = formatObjective(answer.objective);
  const window = windowName(t, answer.window);
  if (!answer.budget.known) {
    return t('slos.whatIf.unknown', { target, window });
  }
  const remaining = formatBudget(answer.budget.remainingRatio);
  const present = slo.budget.known
    ? formatBudget(slo.budget.remainingRatio)
    : t('shared.unknown');
  return answer.budget.remainingRatio < 0
    ? t('slos.whatIf.missed', { target, window, remaining, present })
    : t('slos.whatIf.met', { target, window, remaining, present });
}

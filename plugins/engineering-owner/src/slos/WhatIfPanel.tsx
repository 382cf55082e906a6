import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { formatThreshold } from '../figures';
import { Section } from '../layout';
import { useT } from '../translation';
import { useSettled } from './useSettled';
import { WhatIfAnswer, WhatIfSentence } from './WhatIfAnswer';
import {
  OWN_WINDOW,
  otherWindows,
  percentOf,
  whatIfTarget,
} from './whatIfTarget';
import { windowName } from './windowText';

/** Long enough to type another digit. */
const SETTLES_AFTER = 400;

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
  },
  target: { width: 160 },
  window: { minWidth: 160 },
}));

/** The same events judged by another target or window. */
export const WhatIfPanel = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const classes = useStyles();
  const id = useId();
  const [objective, setObjective] = useState(String(percentOf(slo.objective)));
  const [window, setWindow] = useState(OWN_WINDOW);
  const asked = whatIfTarget(slo, {
    objective: useSettled(objective, SETTLES_AFTER),
    window,
  });
  const wrong = whatIfTarget(slo, { objective, window }).kind === 'wrong';
  return (
    <Section title={t('slos.whatIf.title')}>
      <div className={classes.fields}>
        <TextField
          id={`${id}-target`}
          className={classes.target}
          size="small"
          variant="outlined"
          label={t('slos.whatIf.target')}
          value={objective}
          error={wrong}
          helperText={wrong ? t('slos.whatIf.wrong') : undefined}
          inputProps={{ inputMode: 'decimal' }}
          onChange={event => setObjective(event.target.value)}
        />
        <TextField
          id={`${id}-window`}
          className={classes.window}
          size="small"
          variant="outlined"
          select
          label={t('slos.whatIf.window')}
          value={window}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={event => setWindow(event.target.value)}
        >
          <option value={OWN_WINDOW}>
            {t('slos.whatIf.ownWindow', { window: windowName(t, slo.window) })}
          </option>
          {otherWindows(slo.window).map(other => (
            <option key={other} value={other}>
              {other}
            </option>
          ))}
        </TextField>
      </div>
      {slo.indicator.kind === 'latency' && (
        <Typography variant="body2" color="textSecondary">
          {t('slos.whatIf.latency', {
            threshold: formatThreshold(slo.indicator.thresholdSeconds),
          })}
        </Typography>
      )}
      {/* There before the first answer, or a screen reader does not tell it. */}
      <div role="status" aria-live="polite">
        {asked.kind === 'ask' ? (
          <WhatIfSentence slo={slo} target={asked.target} />
        ) : (
          <Typography variant="body2" color="textSecondary">
            {t('slos.whatIf.same')}
          </Typography>
        )}
      </div>
      {asked.kind === 'ask' && <WhatIfAnswer slo={slo} target={asked.target} />}
    </Section>
  );
};

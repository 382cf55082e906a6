import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Announcement } from './Announcement';
import type { Headline } from './headline';
import type { Tone } from './tone';
import { toneColour } from './toneColour';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    position: 'relative',
    minHeight: theme.spacing(5),
    paddingLeft: theme.spacing(1.5),
    borderLeft: ({ tone }: { tone: Tone }) =>
      `${theme.spacing(0.5)}px solid ${toneColour(theme, tone)}`,
  },
  sentence: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    flex: '1 1 60%',
    margin: 0,
    fontSize: theme.typography.pxToRem(18),
    fontWeight: 600,
    lineHeight: 1.35,
  },
  side: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginLeft: 'auto',
  },
}));

/**
 * The first line of every tab: how it stands in one sentence, at most one
 * action, and how old it is.
 */
export const StatusLine = (
  props: Headline & { action?: ReactNode; freshness?: ReactNode },
) => {
  const classes = useStyles({ tone: props.tone });
  return (
    <div className={classes.root}>
      <Typography component="h2" className={classes.sentence}>
        <ToneIcon tone={props.tone} size="medium" />
        <span>{props.sentence}</span>
      </Typography>
      <Announcement code={props.code} sentence={props.sentence} />
      <div className={classes.side}>
        {props.action}
        {props.freshness}
      </div>
    </div>
  );
};

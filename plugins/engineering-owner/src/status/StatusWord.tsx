import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { Tone } from './tone';
import { ToneIcon } from './ToneIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    lineHeight: 1.5,
    gap: theme.spacing(0.75),
    minWidth: 0,
  },
}));

/** An icon and the word that goes with it. */
export const StatusWord = (props: { tone: Tone; children: ReactNode }) => {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <ToneIcon tone={props.tone} />
      <span>{props.children}</span>
    </span>
  );
};

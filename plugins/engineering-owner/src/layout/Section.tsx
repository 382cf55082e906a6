import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
    padding: theme.spacing(2),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    minHeight: theme.spacing(4),
  },
  title: {
    margin: 0,
    fontSize: theme.typography.pxToRem(16),
    fontWeight: 600,
    lineHeight: 1.5,
  },
  side: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginLeft: 'auto',
  },
}));

/** A titled card on a tab. */
export const Section = (props: {
  title: ReactNode;
  side?: ReactNode;
  children: ReactNode;
}) => {
  const classes = useStyles();
  const titleId = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      className={classes.root}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <Typography id={titleId} component="h3" className={classes.title}>
          {props.title}
        </Typography>
        {props.side && <div className={classes.side}>{props.side}</div>}
      </div>
      {props.children}
    </Paper>
  );
};

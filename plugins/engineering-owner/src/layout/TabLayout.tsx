import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  tab: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    // The platform's page already pads the sides.
    padding: theme.spacing(2, 0),
    minWidth: 0,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
  // With the platform's sidebar, two columns need this much.
  [theme.breakpoints.up(1200)]: {
    even: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    wideLeft: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

/** A tab: its parts below each other. */
export const TabLayout = (props: { children: ReactNode }) => {
  const classes = useStyles();
  return <div className={classes.tab}>{props.children}</div>;
};

/** Two columns side by side, one on narrow screens. */
export const Columns = (props: {
  left: ReactNode;
  right: ReactNode;
  shape?: 'even' | 'wideLeft';
}) => {
  const classes = useStyles();
  return (
    <div className={`${classes.columns} ${classes[props.shape ?? 'even']}`}>
      <div className={classes.column}>{props.left}</div>
      <div className={classes.column}>{props.right}</div>
    </div>
  );
};

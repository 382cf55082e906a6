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
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: ({ left, right }: { left: number; right: number }) =>
        `minmax(0, ${left}fr) minmax(0, ${right}fr)`,
    },
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
  const classes = useStyles({ left: 1, right: 1 });
  return <div className={classes.tab}>{props.children}</div>;
};

/** Two columns side by side, one on narrow screens. */
export const Columns = (props: {
  left: ReactNode;
  right: ReactNode;
  weights?: readonly [left: number, right: number];
}) => {
  const [left, right] = props.weights ?? [1, 1];
  const classes = useStyles({ left, right });
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{props.left}</div>
      <div className={classes.column}>{props.right}</div>
    </div>
  );
};

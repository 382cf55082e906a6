import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useT } from '../translation';
import { Columns, TabLayout } from './TabLayout';

const useStyles = makeStyles(theme => ({
  bar: {
    height: theme.spacing(2),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
  line: {
    height: theme.spacing(5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    height: ({ height }: { height: number }) => height,
    overflow: 'hidden',
  },
}));

const WIDTHS = ['35%', '90%', '80%', '85%', '60%'];

function CardSkeleton({ height }: { height: number }) {
  const classes = useStyles({ height });
  return (
    <Paper variant="outlined" className={classes.card}>
      {WIDTHS.map(width => (
        <div key={width} className={classes.bar} style={{ width }} />
      ))}
    </Paper>
  );
}

/** The layout of a tab before its first answer, so that nothing jumps. */
export const TabSkeleton = () => {
  const t = useT();
  const classes = useStyles({ height: 0 });
  return (
    <div role="progressbar" aria-label={t('shared.loading')}>
      <TabLayout>
        <div className={classes.line} />
        <CardSkeleton height={208} />
        <Columns
          left={<CardSkeleton height={320} />}
          right={<CardSkeleton height={320} />}
        />
      </TabLayout>
    </div>
  );
};

/** One line, for the overview cards. */
export const LineSkeleton = () => {
  const t = useT();
  const classes = useStyles({ height: 0 });
  return (
    <div
      role="progressbar"
      aria-label={t('shared.loading')}
      className={classes.bar}
      style={{ width: '70%' }}
    />
  );
};

import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1, 1.5),
    fontSize: theme.typography.pxToRem(12),
    fontVariantNumeric: 'tabular-nums',
  },
  when: { gridColumn: '1 / -1', fontWeight: 600 },
  value: { textAlign: 'right' },
}));

/** A figure at the cursor; without a value it was not read. */
export interface TooltipRow {
  name: string;
  value: string | undefined;
}

/** The figures at the cursor. */
export const ChartTooltip = (props: { title: string; rows: TooltipRow[] }) => {
  const t = useT();
  const classes = useStyles();
  return (
    <Paper elevation={4} className={classes.root}>
      <span className={classes.when}>{props.title}</span>
      {props.rows.map(({ name, value }) => (
        <Fragment key={name}>
          <span>{name}</span>
          <span className={classes.value}>
            {value ?? t('slos.chart.noReading')}
          </span>
        </Fragment>
      ))}
    </Paper>
  );
};

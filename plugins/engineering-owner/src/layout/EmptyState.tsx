import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    maxWidth: 760,
  },
}));

/** A tab without content is a help page: what would be here, and how to get it. */
export const EmptyState = (props: {
  title: string;
  sentence: string;
  children?: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <Section title={props.title}>
      <div className={classes.body}>
        <Typography variant="body2">{props.sentence}</Typography>
        {props.children}
      </div>
    </Section>
  );
};

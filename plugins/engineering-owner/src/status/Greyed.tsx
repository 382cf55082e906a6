import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  greyed: { opacity: 0.6, filter: 'grayscale(1)' },
});

/** Last values of a source that no longer answers. */
export const Greyed = (props: {
  when: boolean;
  className?: string;
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <div
      className={
        [props.className, props.when && classes.greyed]
          .filter(Boolean)
          .join(' ') || undefined
      }
    >
      {props.children}
    </div>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import type { Headline } from './headline';

const useStyles = makeStyles({
  // Read out and not seen; the same words stand visibly beside it.
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/**
 * Tells a screen reader when something else is said than before. Ages in the
 * sentence grow every few seconds, which is no news.
 */
export const Announcement = ({
  code,
  sentence,
}: Pick<Headline, 'code' | 'sentence'>) => {
  const classes = useStyles();
  const [told, tell] = useState({ code, sentence: '' });
  if (told.code !== code) {
    tell({ code, sentence });
  }
  return (
    <span role="status" aria-live="polite" className={classes.hidden}>
      {told.sentence}
    </span>
  );
};

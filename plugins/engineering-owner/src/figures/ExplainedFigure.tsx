import Popover from '@material-ui/core/Popover';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles(theme => ({
  figure: {
    display: 'inline-block',
    verticalAlign: 'baseline',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    borderRadius: theme.shape.borderRadius,
    '&:hover, &:focus-visible': {
      textDecoration: 'underline dotted',
      textUnderlineOffset: '3px',
    },
  },
  popover: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    maxWidth: 560,
    padding: theme.spacing(2),
  },
}));

/**
 * A figure that explains itself: its definition, window and age on hover and
 * focus, and with a click the same together with the query behind it.
 */
export const ExplainedFigure = (props: {
  children: ReactNode;
  /** What it means, of which window, how old. One sentence each. */
  lines: readonly string[];
  /** Shown below the lines when the figure is clicked. */
  queries?: ReactNode;
}) => {
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip
        title={
          <>
            {props.lines.map(line => (
              <div key={line}>{line}</div>
            ))}
          </>
        }
      >
        <ButtonBase
          className={classes.figure}
          aria-haspopup="dialog"
          onClick={event => {
            // The row around it has a click of its own.
            event.stopPropagation();
            setAnchor(event.currentTarget);
          }}
        >
          {props.children}
        </ButtonBase>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        onClick={event => event.stopPropagation()}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <div className={classes.popover}>
          {props.lines.map(line => (
            <Typography key={line} variant="body2">
              {line}
            </Typography>
          ))}
          {props.queries}
        </div>
      </Popover>
    </>
  );
};

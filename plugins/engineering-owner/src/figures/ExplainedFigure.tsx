import Popover from '@material-ui/core/Popover';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useContext, useId, useState } from 'react';
import { TileName } from './tileName';

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
  fill: { display: 'block', width: '100%' },
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
  /** As wide as the space around it, not as its content. */
  fill?: boolean;
}) => {
  const classes = useStyles();
  const id = useId();
  const tileNameId = useContext(TileName);
  const nameIds = tileNameId ? `${tileNameId} ${id}` : id;
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
          id={id}
          className={`${classes.figure} ${props.fill ? classes.fill : ''}`}
          aria-labelledby={tileNameId && nameIds}
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
        PaperProps={{
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': nameIds,
        }}
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

import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useId } from 'react';
import { TileName } from './tileName';

const useStyles = makeStyles(theme => ({
  // Name, value and context of the tiles of a row begin at the same height,
  // however many lines a name takes.
  tile: {
    display: 'grid',
    gridRow: 'span 3',
    gridTemplateRows: 'subgrid',
    rowGap: theme.spacing(0.5),
    minWidth: 0,
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  value: {
    fontSize: theme.typography.pxToRem(24),
    fontWeight: 600,
    lineHeight: 1.2,
    fontVariantNumeric: 'tabular-nums',
  },
  // All of one width, also those of a last row that is not full.
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(132px, 100%), 1fr))',
    gap: theme.spacing(1),
  },
}));

/** One figure that matters, with its name above and its context below. */
export const Tile = (props: {
  name: ReactNode;
  value: ReactNode;
  context?: ReactNode;
}) => {
  const classes = useStyles();
  const id = useId();
  const [nameId, valueId] = [`${id}-name`, `${id}-value`];
  return (
    <div
      className={classes.tile}
      role="group"
      aria-labelledby={`${nameId} ${valueId}`}
    >
      <Typography id={nameId} variant="caption" color="textSecondary">
        {props.name}
      </Typography>
      <TileName.Provider value={nameId}>
        <span id={valueId} className={classes.value}>
          {props.value}
        </span>
      </TileName.Provider>
      <Typography variant="caption" color="textSecondary">
        {/* Keeps the tiles of a row equally high. */}
        {props.context ?? '\u00a0'}
      </Typography>
    </div>
  );
};

/** Tiles beside each other, wrapping when there is no room. */
export const Tiles = ({ children }: { children: ReactNode }) => {
  const classes = useStyles();
  return <div className={classes.row}>{children}</div>;
};

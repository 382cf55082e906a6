import { makeStyles } from '@material-ui/core/styles';

/**
 * Cells of the tables on our tabs. The platform's theme lets words break
 * anywhere and pads for wide pages; ours stand two beside each other.
 */
export const useTableStyles = makeStyles(theme => ({
  table: {
    '& .MuiTableCell-root': {
      padding: theme.spacing(1, 1.5),
      wordBreak: 'normal',
      overflowWrap: 'anywhere',
      verticalAlign: 'middle',
    },
  },
  head: {
    backgroundColor: theme.palette.background.paper,
    color: theme.palette.text.secondary,
    whiteSpace: 'nowrap',
  },
  number: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  nowrap: { whiteSpace: 'nowrap' },
  quiet: { color: theme.palette.text.secondary },
}));

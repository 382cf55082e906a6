import { makeStyles } from '@material-ui/core/styles';

/** Lists whose items are a line of content and a line of context below it. */
export const useListStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    maxHeight: 480,
    overflowY: 'auto',
  },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  body: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', lineHeight: 1.5 },
  context: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(13),
    fontVariantNumeric: 'tabular-nums',
    lineHeight: 1.5,
  },
}));

import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { safeUrl } from '../routing';

const useStyles = makeStyles(theme => ({
  document: {
    overflowWrap: 'anywhere',
    lineHeight: 1.6,
    '& > :first-child': { marginTop: 0 },
    '& h1': { fontSize: theme.typography.pxToRem(22) },
    '& h2': { fontSize: theme.typography.pxToRem(18) },
    '& h3': { fontSize: theme.typography.pxToRem(16) },
    '& h1, & h2, & h3': {
      margin: theme.spacing(2, 0, 1),
      fontWeight: 600,
      lineHeight: 1.3,
    },
    '& p, & ul, & ol': { margin: theme.spacing(1, 0) },
    '& ul, & ol': { paddingLeft: theme.spacing(3) },
    '& pre': { overflowX: 'auto', maxWidth: '100%' },
    '& td': { padding: theme.spacing(1), lineHeight: 1.4 },
  },
}));

/**
 * A runbook's Markdown, sanitised by the platform. Links and pictures are
 * resolved against where the file stands; other schemes than http and https
 * become text.
 */
export const RunbookMarkdown = (props: { content: string; url: string }) => {
  const classes = useStyles();
  const resolve = (address: string) =>
    safeUrl(address, safeUrl(props.url)) ?? '';
  return (
    <MarkdownContent
      content={props.content}
      className={classes.document}
      linkTarget="_blank"
      transformLinkUri={resolve}
      transformImageUri={resolve}
    />
  );
};

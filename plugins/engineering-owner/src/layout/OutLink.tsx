import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import type { ReactNode } from 'react';
import { safeUrl } from '../routing';

const useStyles = makeStyles(theme => ({
  icon: { marginLeft: theme.spacing(0.5), verticalAlign: 'text-bottom' },
}));

/**
 * A link that leaves the portal, in a new tab. Whose page it opens is its
 * title. An address that is not http or https is shown as plain text.
 */
export const OutLink = (props: {
  to: string | undefined;
  label?: string;
  children: ReactNode;
}) => {
  const classes = useStyles();
  const url = safeUrl(props.to);
  if (!url) {
    return <>{props.children}</>;
  }
  return (
    <Link
      to={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={props.label}
      title={new URL(url).host}
    >
      {props.children}
      <OpenInNewIcon aria-hidden fontSize="inherit" className={classes.icon} />
    </Link>
  );
};

import { Link } from '@backstage/core-components';
import type { RouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { SummaryResponse } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import type { ReactNode } from 'react';
import { useNow } from '../figures';
import { LineFailure, LineSkeleton } from '../layout';
import { isLost } from '../query';
import { useTabPath } from '../routing';
import { Greyed, RefreshNote } from '../status';
import { useSummary } from './useSummary';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: theme.spacing(4),
  },
  content: { flex: 1, minWidth: 0 },
  link: {
    color: 'inherit',
    display: 'block',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { textDecoration: 'none', opacity: 0.85 },
  },
}));

/** An overview card: one line of the shared summary, leading to its tab. */
export const SummaryCard = (props: {
  title: string;
  tab: RouteRef;
  children: (summary: SummaryResponse) => ReactNode;
}) => {
  const classes = useStyles();
  const path = useTabPath(props.tab);
  const summary = useSummary();
  const now = useNow();
  return (
    <EntityInfoCard title={props.title}>
      {summary.status === 'loading' && (
        <div className={classes.line}>
          <LineSkeleton />
        </div>
      )}
      {summary.status === 'failed' && <LineFailure {...summary} />}
      {summary.status === 'loaded' && (
        <>
          <TabLink path={path} label={props.title}>
            <div className={classes.line}>
              <Greyed when={isLost(summary, now)} className={classes.content}>
                {props.children(summary.data)}
              </Greyed>
              {path && <ChevronRightIcon aria-hidden color="action" />}
            </div>
          </TabLink>
          <RefreshNote result={summary} />
        </>
      )}
    </EntityInfoCard>
  );
};

function TabLink(props: {
  path: string | undefined;
  label: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return props.path ? (
    <Link to={props.path} className={classes.link} underline="none">
      {props.children}
    </Link>
  ) : (
    <>{props.children}</>
  );
}

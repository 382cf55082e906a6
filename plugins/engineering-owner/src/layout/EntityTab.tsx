import type { Problem } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { formatAge, useNow } from '../figures';
import { isLost, type QueryResult } from '../query';
import {
  Freshness,
  Greyed,
  type Headline,
  RefreshNote,
  refreshReason,
  StatusLine,
} from '../status';
import { type T, useT } from '../translation';
import { Failure } from './Failure';
import { ProblemList } from './ProblemList';
import { TabLayout } from './TabLayout';
import { TabSkeleton } from './TabSkeleton';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

/** What a tab shows: a status line and what is below it, or a help page. */
export type TabContent =
  | {
      headline: Headline;
      action?: ReactNode;
      /** Absent: there is nothing that has an age. */
      freshness?: { asOf: string | undefined; reason?: string };
      /** What has to be said before the rest. */
      notes?: ReactNode;
      problems?: Problem[];
      body: ReactNode;
    }
  | { empty: ReactNode };

type Loaded<TData> = Extract<QueryResult<TData>, { status: 'loaded' }>;

interface EntityTabProps<TData, TResult> {
  result: TResult;
  /** `now` stands still at the last answer when no other one comes. */
  content: (data: TData, now: Date) => TabContent;
}

/**
 * The frame that all tabs have in common: the layout while they load, words
 * when they failed, and else the worst in one line above the rest. When our own
 * backend is gone for a while, what it said last is grey and no longer a verdict.
 */
export function EntityTab<TData extends { entityRef: string }>(
  props: EntityTabProps<TData, QueryResult<TData>>,
) {
  const { result, content } = props;
  switch (result.status) {
    case 'loading':
      return <TabSkeleton />;
    case 'failed':
      return <Failure {...result} />;
    default:
      return (
        <LoadedTab
          key={result.data.entityRef}
          result={result}
          content={content}
        />
      );
  }
}

function LoadedTab<TData>(props: EntityTabProps<TData, Loaded<TData>>) {
  const { result } = props;
  const { data, readAt, refreshError } = result;
  const t = useT();
  const classes = useStyles();
  const present = useNow();
  const lost = isLost(result, present);
  const content = props.content(data, lost ? readAt : present);
  if ('empty' in content) {
    return (
      <TabLayout>
        <RefreshNote result={result} />
        <Greyed when={lost} className={classes.body}>
          {content.empty}
        </Greyed>
      </TabLayout>
    );
  }
  const { headline, action, freshness, notes, problems = [], body } = content;
  const reason = refreshError
    ? refreshReason(t, refreshError)
    : freshness?.reason;
  return (
    <TabLayout>
      <StatusLine
        {...(lost && refreshError
          ? lostHeadline(t, headline, {
              reason: refreshReason(t, refreshError),
              age: formatAge(readAt, present),
            })
          : headline)}
        action={action}
        freshness={
          (freshness || reason) && (
            <Freshness
              asOf={freshness ? freshness.asOf : readAt.toISOString()}
              reason={reason}
            />
          )
        }
      />
      <Greyed when={lost} className={classes.body}>
        {notes}
        <ProblemList problems={problems} />
        {body}
      </Greyed>
    </TabLayout>
  );
}

function lostHeadline(
  t: T,
  { sentence }: Headline,
  context: { reason: string; age: string },
): Headline {
  return {
    tone: 'unknown',
    code: 'lost',
    sentence: t('shared.lost', { ...context, sentence }),
  };
}

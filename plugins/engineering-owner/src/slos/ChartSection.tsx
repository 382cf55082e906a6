import type { Problem } from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, Suspense, useState } from 'react';
import { ExplainedFigure } from '../figures';
import { LineFailure, Section } from '../layout';
import type { QueryResult } from '../query';
import { RefreshNote, StatusWord } from '../status';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none' },
  // The height of the chart, so that nothing jumps while it loads.
  placeholder: {
    height: ({ height }: { height: number }) => height,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
}));

/** What a chart section shows: a chart, the same as a table, or a sentence. */
export type ChartContent =
  | { chart: ReactNode; table: ReactNode; caption?: string; below?: ReactNode }
  | { sentence: string };

/**
 * A chart with its definition and queries behind its title, a table behind a
 * button, and words while it loads, when it failed and when it is empty.
 */
export function ChartSection<T extends { problems: Problem[] }>(props: {
  title: string;
  /** Definition of what is shown, one sentence each. */
  lines: readonly string[];
  queries?: ReactNode;
  height: number;
  result: QueryResult<T>;
  side?: ReactNode;
  /** Said elsewhere already. */
  withoutProblems?: boolean;
  content: (data: T) => ChartContent;
}) {
  const t = useT();
  const { height, result } = props;
  const classes = useStyles({ height });
  const [asTable, setAsTable] = useState(false);
  const content =
    result.status === 'loaded' ? props.content(result.data) : undefined;
  return (
    <Section
      title={
        <ExplainedFigure lines={props.lines} queries={props.queries}>
          {props.title}
        </ExplainedFigure>
      }
      side={
        <>
          {content && 'chart' in content && (
            <Button
              size="small"
              className={classes.button}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t('slos.chart.showChart') : t('slos.chart.showTable')}
            </Button>
          )}
          {props.side}
        </>
      }
    >
      {result.status === 'failed' && <LineFailure {...result} />}
      {result.status === 'loading' && (
        <div
          role="progressbar"
          aria-label={t('shared.loading')}
          className={classes.placeholder}
        />
      )}
      {content && 'sentence' in content && (
        <Typography variant="body2" color="textSecondary">
          {content.sentence}
        </Typography>
      )}
      {content && 'chart' in content && (
        <>
          {asTable ? (
            content.table
          ) : (
            <Suspense fallback={<div className={classes.placeholder} />}>
              {content.chart}
            </Suspense>
          )}
          {content.caption && (
            <Typography variant="caption" color="textSecondary">
              {content.caption}
            </Typography>
          )}
          {content.below}
        </>
      )}
      <RefreshNote result={result} />
      {result.status === 'loaded' &&
        !props.withoutProblems &&
        result.data.problems.map(({ message }) => (
          <StatusWord key={message} tone="look_today">
            {message}
          </StatusWord>
        ))}
    </Section>
  );
}

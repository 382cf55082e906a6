import type { CoverageStatus } from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  ExplainedFigure,
  formatAbsoluteTime,
  formatTime,
  useNow,
} from '../figures';
import { StatusWord } from '../status';
import { type T, useT } from '../translation';
import { CoverageStrip } from './CoverageStrip';
import { CoverageTable } from './CoverageTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    fontSize: theme.typography.pxToRem(13),
  },
  button: { textTransform: 'none', marginLeft: 'auto' },
}));

/** How a policy is staffed in the coming four weeks, in words and as a strip. */
export const PolicyCoverage = ({
  policy,
  coverage,
}: {
  policy: string;
  coverage: CoverageStatus;
}) => {
  const t = useT();
  const now = useNow(60);
  const classes = useStyles();
  const [asTable, setAsTable] = useState(false);
  const { period, levels, tone } = coverage;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <ExplainedFigure
          lines={[
            t('onCall.coverage.explain'),
            ...(period
              ? [
                  t('onCall.coverage.until', {
                    until: formatAbsoluteTime(period.to),
                  }),
                ]
              : []),
          ]}
        >
          {t('onCall.coverage.title')}
        </ExplainedFigure>
        <StatusWord tone={tone}>{coverageText(t, coverage, now)}</StatusWord>
        {period && (
          <Button
            size="small"
            className={classes.button}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable
              ? t('onCall.coverage.showStrip')
              : t('onCall.coverage.showTable')}
          </Button>
        )}
      </div>
      {period &&
        (asTable ? (
          <CoverageTable policy={policy} levels={levels} period={period} />
        ) : (
          <CoverageStrip levels={levels} period={period} />
        ))}
    </div>
  );
};

/** All that is wrong, the worst first. */
function coverageText(t: T, coverage: CoverageStatus, now: Date): string {
  const { period, tone, nobody, levelsWithoutPeople, permanent } = coverage;
  if (!period) {
    return t('onCall.coverage.unknown');
  }
  const empty = new Set(levelsWithoutPeople);
  const gaps = coverage.levels
    .filter(({ level }) => !empty.has(level))
    .reduce((sum, level) => sum + level.gaps.length, 0);
  const [first] = nobody;
  const facts = [
    tone === 'act_now' && t('onCall.coverage.nobodyNow'),
    tone !== 'act_now' &&
      first &&
      t('onCall.coverage.nobody', {
        count: nobody.length,
        from: formatTime(first.from, now),
        to: formatTime(first.to, now),
      }),
    levelsWithoutPeople.length > 0 &&
      t('onCall.coverage.empty', {
        count: levelsWithoutPeople.length,
        levels: levelsWithoutPeople.join(', '),
      }),
    gaps > 0 && t('onCall.coverage.gaps', { count: gaps }),
    permanent.length > 0 &&
      t('onCall.coverage.permanent', {
        count: permanent.length,
        people: permanent.map(({ name }) => name).join(', '),
      }),
  ].filter(fact => !!fact);
  return facts.length > 0 ? facts.join(' · ') : t('onCall.coverage.fine');
}

import type { CoverageStatus } from '@engineering-owner/backstage-plugin-common';
import { alpha, makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { formatAbsoluteTime } from '../figures';
import { useT } from '../translation';
import { type CoverageSegment, coverageSegments } from './coverageSegments';

const LANE = 20;
/** Shades by person; the text stays readable on each. */
const SHADES = [0.16, 0.32, 0.24, 0.4];

const useStyles = makeStyles(theme => ({
  level: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& + &': { marginTop: theme.spacing(0.5) },
  },
  name: {
    width: 56,
    flexShrink: 0,
    fontSize: theme.typography.pxToRem(13),
    color: theme.palette.text.secondary,
  },
  strip: {
    position: 'relative',
    flex: 1,
    minWidth: 0,
    borderRadius: theme.shape.borderRadius,
    overflow: 'hidden',
    backgroundColor: theme.palette.action.hover,
  },
  segment: {
    position: 'absolute',
    height: LANE,
    padding: theme.spacing(0, 0.5),
    lineHeight: `${LANE}px`,
    fontSize: theme.typography.pxToRem(11),
    color: theme.palette.text.primary,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    boxSizing: 'border-box',
    borderLeft: `1px solid ${theme.palette.background.paper}`,
  },
  // Stripes: a gap is not told by its colour alone.
  gap: {
    minWidth: 3,
    background: `repeating-linear-gradient(135deg, ${
      theme.palette.status.warning
    } 0 4px, ${alpha(theme.palette.status.warning, 0.35)} 4px 8px)`,
  },
  ...Object.fromEntries(
    SHADES.map((shade, index) => [
      `shade${index}`,
      { backgroundColor: alpha(theme.palette.primary.main, shade) },
    ]),
  ),
}));

/** The shifts of each level side by side, gaps striped. */
export const CoverageStrip = ({
  levels,
  period,
}: {
  levels: CoverageStatus['levels'];
  period: NonNullable<CoverageStatus['period']>;
}) => {
  const t = useT();
  const classes: Record<string, string> = useStyles();
  const people = [
    ...new Set(
      levels.flatMap(({ turns }) => turns.map(turn => turn.person.responderId)),
    ),
  ];
  const colourOf = ({ person }: CoverageSegment) =>
    person
      ? classes[`shade${people.indexOf(person.responderId) % SHADES.length}`]
      : classes.gap;
  return (
    <div>
      {levels.map(level => {
        const segments = coverageSegments(level, period);
        const lanes = Math.max(1, ...segments.map(({ lane }) => lane + 1));
        return (
          <div key={level.level} className={classes.level}>
            <div className={classes.name} aria-hidden>
              {t('onCall.who.level', { level: `${level.level}` })}
            </div>
            <div
              className={classes.strip}
              style={{ height: lanes * LANE }}
              role="img"
              aria-label={t('onCall.coverage.strip', {
                count: level.turns.length,
                level: `${level.level}`,
                gaps:
                  level.gaps.length > 0
                    ? t('onCall.coverage.gaps', { count: level.gaps.length })
                    : t('onCall.coverage.noGap'),
              })}
            >
              {segments.map(segment => {
                const { key, person, from, to, start, length, lane } = segment;
                const name = person?.name ?? t('onCall.coverage.gap');
                return (
                  <Tooltip
                    key={key}
                    title={
                      from && to
                        ? t('onCall.coverage.segment', {
                            person: name,
                            from: formatAbsoluteTime(from),
                            to: formatAbsoluteTime(to),
                          })
                        : `${name}, ${t('onCall.coverage.always')}`
                    }
                  >
                    <div
                      className={`${classes.segment} ${colourOf(segment)}`}
                      style={{
                        left: `${start * 100}%`,
                        width: `${length * 100}%`,
                        top: lane * LANE,
                      }}
                    >
                      {person?.name}
                    </div>
                  </Tooltip>
                );
              })}
            </div>
          </div>
        );
      })}
    </div>
  );
};

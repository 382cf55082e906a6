import {
  indicatorUnit,
  type SloQuery,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { formatPercentile } from '../figures';
import { CopyBlock, OutLink } from '../layout';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    fontSize: theme.typography.pxToRem(12),
  },
}));

/** Queries a person can paste into the source, or open there, to check a figure. */
export const QueryList = (props: {
  slo: Pick<SloStatus, 'indicator' | 'objective'>;
  queries: readonly SloQuery[];
}) => {
  const t = useT();
  const classes = useStyles();
  const unit = indicatorUnit(props.slo.indicator);
  const nameOf = ({ meaning, window }: SloQuery) => {
    switch (meaning) {
      case 'error_ratio':
        return t('slos.definition.query_error_ratio', { window });
      case 'percentile':
        return t('slos.definition.query_percentile', {
          percentile: formatPercentile(props.slo.objective),
          window,
        });
      default:
        return t(`slos.definition.query_${meaning}_${unit}`, { window });
    }
  };
  return (
    <div className={classes.root}>
      {props.queries.map(query => (
        <div key={`${query.meaning} ${query.window}`}>
          <div className={classes.head}>
            <Typography variant="caption" color="textSecondary">
              {nameOf(query)}
            </Typography>
            <span className={classes.links}>
              {query.links?.map(({ title, url }) => (
                <OutLink key={`${title} ${url}`} to={url}>
                  {t('shared.vendorLink', { vendor: title })}
                </OutLink>
              ))}
            </span>
          </div>
          <CopyBlock
            name={nameOf(query)}
            text={query.expression}
            label={t('slos.definition.copyQuery')}
          />
        </div>
      ))}
    </div>
  );
};

import {
  indicatorUnit,
  type SloQuery,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
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
  slo: Pick<SloStatus, 'indicator'>;
  queries: readonly SloQuery[];
}) => {
  const t = useT();
  const classes = useStyles();
  const unit = indicatorUnit(props.slo.indicator);
  return (
    <div className={classes.root}>
      {props.queries.map(({ window, meaning, expression, links = [] }) => (
        <div key={`${meaning} ${window}`}>
          <div className={classes.head}>
            <Typography variant="caption" color="textSecondary">
              {meaning === 'error_ratio'
                ? t('slos.definition.query_error_ratio', { window })
                : t(`slos.definition.query_${meaning}_${unit}`, { window })}
            </Typography>
            <span className={classes.links}>
              {links.map(({ title, url }) => (
                <OutLink key={`${title} ${url}`} to={url}>
                  {t('shared.vendorLink', { vendor: title })}
                </OutLink>
              ))}
            </span>
          </div>
          <CopyBlock text={expression} label={t('slos.definition.copyQuery')} />
        </div>
      ))}
    </div>
  );
};

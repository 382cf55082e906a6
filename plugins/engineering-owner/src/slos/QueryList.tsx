import type { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CopyBlock } from '../layout';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
  },
}));

/** Queries a person can paste into the source to check a figure. */
export const QueryList = ({ queries }: { queries: readonly SloQuery[] }) => {
  const t = useT();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {queries.map(({ window, meaning, expression }) => (
        <div key={`${meaning} ${window}`}>
          <Typography variant="caption" color="textSecondary">
            {t(`slos.definition.query_${meaning}`, { window })}
          </Typography>
          <CopyBlock text={expression} label={t('slos.definition.copyQuery')} />
        </div>
      ))}
    </div>
  );
};

import type {
  RoleHolder,
  SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { Face, holderName } from '../people';
import { ownerRouteRef } from '../routing';
import { StatusWord } from '../status';
import { SummaryCard } from '../summary';
import { useT } from '../translation';
import { problemTone } from './problemTone';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  holder: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** Who answers for it, with faces, on the overview. */
export const OwnerCard = () => {
  const t = useT();
  return (
    <SummaryCard title={t('ownership.cardTitle')} tab={ownerRouteRef}>
      {({ ownership }) => <Owners ownership={ownership} />}
    </SummaryCard>
  );
};

function Owners({
  ownership: { owner, primary, deputy, worstProblem, problemCount },
}: {
  ownership: SummaryResponse['ownership'];
}) {
  const t = useT();
  const classes = useStyles();
  return (
    <div className={classes.line}>
      {primary ? (
        <Holder holder={primary} />
      ) : (
        <StatusWord tone="look_today">
          {t('ownership.card.noPrimary')}
        </StatusWord>
      )}
      {!primary && owner && <Holder holder={owner} />}
      {deputy && (
        <span className={classes.quiet}>
          {t('ownership.card.deputy', { deputy: holderName(deputy) })}
        </span>
      )}
      {worstProblem && (
        <StatusWord tone={problemTone(worstProblem)}>
          {t('ownership.card.problems', { count: problemCount })}
        </StatusWord>
      )}
    </div>
  );
}

function Holder({ holder }: { holder: RoleHolder }) {
  const classes = useStyles();
  return (
    <span className={classes.holder}>
      <Face name={holderName(holder)} picture={holder.picture} size={24} />
      {holderName(holder)}
    </span>
  );
}

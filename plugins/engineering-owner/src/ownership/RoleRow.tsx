import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RoleHolder } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { Face, holderName } from '../people';
import { StatusWord } from '../status';
import { useListStyles } from '../layout';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  row: { alignItems: 'center', minHeight: theme.spacing(7) },
  name: { fontWeight: 600 },
}));

/** Somebody in a role, with a face, or the words that nobody is. */
export const RoleRow = (props: {
  role: string;
  holder: RoleHolder | undefined;
}) => {
  const { role, holder } = props;
  const t = useT();
  const classes = useStyles();
  const lists = useListStyles();
  return (
    <li className={`${lists.item} ${classes.row}`}>
      {holder && (
        <Face name={holderName(holder)} picture={holder.picture} size={40} />
      )}
      <div className={lists.body}>
        <div className={lists.context}>{role}</div>
        {holder ? (
          <span className={classes.name}>
            <HolderName holder={holder} />
          </span>
        ) : (
          <StatusWord tone="unknown">{t('ownership.roles.nobody')}</StatusWord>
        )}
        {holder?.inheritedFrom && (
          <div className={lists.context}>
            {t('ownership.roles.inherited', {
              entity: <EntityRefLink entityRef={holder.inheritedFrom} />,
            })}
          </div>
        )}
        {holder && !holder.exists && (
          <div className={lists.context}>
            <StatusWord tone="look_today">
              {t('ownership.roles.notFound')}
            </StatusWord>
          </div>
        )}
      </div>
    </li>
  );
};

function HolderName({ holder }: { holder: RoleHolder }) {
  return holder.exists ? (
    <EntityRefLink entityRef={holder.entityRef}>
      {holderName(holder)}
    </EntityRefLink>
  ) : (
    <>{holderName(holder)}</>
  );
}

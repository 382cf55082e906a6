import {
  type EscalationStatus,
  type OnCallServiceStatus,
  pagedFirst,
} from '@engineering-owner/backstage-plugin-common';
import { StatusWord } from '../../status';
import { useT } from '../../translation';

/** Who an incident of a service reaches first. */
export const PagedFirstNote = (props: {
  escalation: EscalationStatus[];
  service: OnCallServiceStatus;
}) => {
  const t = useT();
  const first = pagedFirst(props.escalation, props.service);
  if (!first.known) {
    return (
      <StatusWord tone="unknown">{t('onCall.act.page.whoUnknown')}</StatusWord>
    );
  }
  const { policy } = first;
  if (first.nobody) {
    return (
      <StatusWord tone="act_now">
        {t('onCall.act.page.nobody', { policy })}
      </StatusWord>
    );
  }
  return (
    <StatusWord tone={first.level === 1 ? 'fine' : 'look_today'}>
      {t('onCall.act.page.who', {
        people: first.people.map(({ name }) => name).join(', '),
        level: `${first.level}`,
        policy,
      })}
    </StatusWord>
  );
};

import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { useT } from '../../translation';
import { ActionButton } from './ActionButton';
import { notActingText } from './notActingText';
import { vendorName } from '../../status';
import { useIncidentChange } from './useIncidentChange';

/** Acknowledges an incident; where it fails, the list of incidents tells. */
export const AcknowledgeButton = ({
  incident,
  onAct,
}: {
  incident: IncidentStatus;
  onAct?: () => void;
}) => {
  const t = useT();
  const { busy, act } = useIncidentChange(incident);
  const { may, source, title } = incident;
  return (
    <ActionButton
      busy={busy}
      reason={may && notActingText(t, may, vendorName(source.type))}
      label={t('onCall.act.label.acknowledge', { title })}
      onClick={() => {
        onAct?.();
        act({ kind: 'acknowledge' }).catch(() => {});
      }}
    >
      {t('onCall.act.acknowledge')}
    </ActionButton>
  );
};

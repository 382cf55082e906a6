import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import { safeUrl } from '../routing';
import { vendorName } from '../status';
import { useT } from '../translation';
import { AcknowledgeButton } from './actions';
import { incidentTone } from './incidentTone';

/**
 * What to do about the incident that waits for somebody: acknowledge it, or for
 * those who may not, go there. They are listed most urgent first.
 */
export const WaitingIncident = ({
  incidents,
}: {
  incidents: IncidentStatus[];
}) => {
  const t = useT();
  const waiting = incidents.find(
    incident => incidentTone(incident) === 'act_now',
  );
  if (waiting?.may?.act) {
    return <AcknowledgeButton incident={waiting} />;
  }
  const url = safeUrl(waiting?.url);
  return waiting && url ? (
    <Button
      variant="outlined"
      size="small"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      endIcon={<OpenInNewIcon />}
      style={{ textTransform: 'none' }}
    >
      {t('shared.vendorLink', { vendor: vendorName(waiting.source.type) })}
    </Button>
  ) : null;
};

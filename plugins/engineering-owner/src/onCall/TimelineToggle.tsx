import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import IconButton from '@material-ui/core/IconButton';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useT } from '../translation';

/** Opens and closes the timeline of an incident. */
export const TimelineToggle = (props: {
  incident: Pick<IncidentStatus, 'title'>;
  opened: boolean;
  timelineId: string;
  onToggle: () => void;
}) => {
  const t = useT();
  return (
    <IconButton
      size="small"
      aria-label={t('onCall.recent.details', {
        incident: props.incident.title,
      })}
      aria-expanded={props.opened}
      aria-controls={props.opened ? props.timelineId : undefined}
      onClick={props.onToggle}
    >
      {props.opened ? (
        <ExpandLessIcon fontSize="small" />
      ) : (
        <ExpandMoreIcon fontSize="small" />
      )}
    </IconButton>
  );
};

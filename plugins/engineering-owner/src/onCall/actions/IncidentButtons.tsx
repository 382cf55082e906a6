import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { StatusWord, vendorName } from '../../status';
import { useT } from '../../translation';
import { AcknowledgeButton } from './AcknowledgeButton';
import { ActionButton } from './ActionButton';
import { actionFailure } from './actionFailure';
import { notActingText } from './notActingText';
import { useFocusKept } from './useFocusKept';
import { useIncidentChange } from './useIncidentChange';

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(0.5),
    '&:focus': { outline: 'none' },
  },
}));

/**
 * What can be done about an open incident. Nothing where it is not known
 * whether the reader may.
 */
export const IncidentButtons = ({
  incident,
  onAsk,
}: {
  incident: IncidentStatus;
  /** What needs words opens a dialog. */
  onAsk: (kind: 'resolve' | 'annotate') => void;
}) => {
  const t = useT();
  const classes = useStyles();
  const { busy, failed } = useIncidentChange(incident);
  const { place, acts } = useFocusKept<HTMLDivElement>(incident.status);
  if (!incident.may) {
    return null;
  }
  const reason = notActingText(
    t,
    incident.may,
    vendorName(incident.source.type),
  );
  const waits = incident.status === 'triggered';
  return (
    <>
      <div ref={place} tabIndex={-1} className={classes.buttons}>
        {waits && <AcknowledgeButton incident={incident} onAct={acts} />}
        {(['resolve', 'annotate'] as const).map(kind => (
          <ActionButton
            key={kind}
            reason={reason}
            busy={busy}
            variant={kind === 'resolve' ? 'outlined' : 'text'}
            label={t(`onCall.act.label.${kind}`, { title: incident.title })}
            onClick={() => onAsk(kind)}
          >
            {t(`onCall.act.${kind}`)}
          </ActionButton>
        ))}
      </div>
      {waits && failed?.kind === 'acknowledge' && (
        <div role="alert">
          <StatusWord tone="act_now">
            {actionFailure(t, failed.error)}
          </StatusWord>
        </div>
      )}
    </>
  );
};

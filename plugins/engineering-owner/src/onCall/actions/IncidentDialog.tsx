import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { useT } from '../../translation';
import { ActionDialog } from './ActionDialog';
import { useIncidentChange } from './useIncidentChange';

/** The contract's, so that nobody writes more than is taken. */
export const LONGEST_TEXT = 5_000;

/** Asks for the note with which an incident is resolved, or for a note alone. */
export const IncidentDialog = ({
  kind,
  incident,
  onClose,
}: {
  kind: 'resolve' | 'annotate';
  incident: IncidentStatus;
  onClose: () => void;
}) => {
  const t = useT();
  const fieldId = useId();
  const [text, setText] = useState('');
  const { busy, act } = useIncidentChange(incident);
  const note = text.trim();
  const submit = () =>
    act(
      kind === 'resolve'
        ? { kind, ...(note && { note }) }
        : { kind, content: note },
    );
  return (
    <ActionDialog
      title={t(`onCall.act.label.${kind}`, { title: incident.title })}
      submit={t(`onCall.act.${kind}`)}
      busy={busy}
      onSubmit={kind === 'resolve' || note ? submit : undefined}
      onClose={onClose}
    >
      <TextField
        // The dialog takes the focus anyway: to what it asks for.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        id={fieldId}
        multiline
        minRows={3}
        maxRows={12}
        variant="outlined"
        label={t(`onCall.act.note.${kind}`)}
        helperText={t(`onCall.act.noteHelp.${kind}`)}
        inputProps={{ maxLength: LONGEST_TEXT }}
        value={text}
        onChange={event => setText(event.target.value)}
      />
    </ActionDialog>
  );
};

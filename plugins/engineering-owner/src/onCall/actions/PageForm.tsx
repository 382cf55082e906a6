import type { OnCallResponse } from '@engineering-owner/backstage-plugin-common';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { StatusWord, vendorName } from '../../status';
import { useT } from '../../translation';
import { ActionDialog } from './ActionDialog';
import { ChoiceField } from './ChoiceField';
import { LONGEST_TEXT } from './IncidentDialog';
import { notActingText } from './notActingText';
import { PagedFirstNote } from './PagedFirstNote';
import { PriorityField } from './PriorityField';
import { requestId } from './requestId';
import { useTriggerIncident } from './useTriggerIncident';

const LONGEST_TITLE = 255;
const URGENCIES = ['high', 'low'] as const;

/** What a page says and whom it reaches, or why none can be sent. */
export const PageForm = ({
  response,
  onClose,
}: {
  response: OnCallResponse;
  onClose: () => void;
}) => {
  const t = useT();
  const titleId = useId();
  const detailsId = useId();
  const { busy, act } = useTriggerIncident();
  // Of all attempts of this dialog: there will be one incident.
  const [id] = useState(requestId);
  const [title, setTitle] = useState('');
  const [details, setDetails] = useState('');
  const [urgency, setUrgency] = useState<'high' | 'low'>('high');
  const [priority, setPriority] = useState('');
  const [serviceId, setServiceId] = useState('');

  const services = response.services.filter(({ found }) => found);
  const service = services.find(each => each.id === serviceId) ?? services[0];
  const reason = notActingText(
    t,
    service
      ? response.may ?? { act: true }
      : { act: false, reason: 'no_service' },
    vendorName(service?.source.type ?? 'pagerduty'),
  );
  const submit = () =>
    act({
      kind: 'trigger',
      request: {
        title: title.trim(),
        ...(details.trim() && { details: details.trim() }),
        urgency,
        ...(priority && { priority }),
        serviceId: service?.id,
        requestId: id,
      },
    });
  return (
    <ActionDialog
      title={t('onCall.act.trigger')}
      submit={t('onCall.act.page.submit')}
      busy={busy}
      reason={reason}
      onSubmit={title.trim() ? submit : undefined}
      onClose={onClose}
    >
      {reason ? (
        <StatusWord tone="unknown">{reason}</StatusWord>
      ) : (
        <>
          <TextField
            // The dialog takes the focus anyway: to what it asks for.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            required
            fullWidth
            id={titleId}
            size="small"
            variant="outlined"
            label={t('onCall.act.page.title')}
            inputProps={{ maxLength: LONGEST_TITLE }}
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
          <TextField
            multiline
            fullWidth
            id={detailsId}
            minRows={3}
            maxRows={12}
            variant="outlined"
            label={t('onCall.act.page.details')}
            inputProps={{ maxLength: LONGEST_TEXT }}
            value={details}
            onChange={event => setDetails(event.target.value)}
          />
          {services.length > 1 && (
            <ChoiceField
              label={t('onCall.act.page.service')}
              chosen={service.id}
              choices={services.map(each => [each.id, each.name ?? each.id])}
              onChoose={setServiceId}
            />
          )}
          <ChoiceField
            label={t('onCall.act.page.urgency')}
            chosen={urgency}
            choices={URGENCIES.map(each => [
              each,
              t(`onCall.act.page.urgencies.${each}`),
            ])}
            onChoose={value => setUrgency(value === 'low' ? 'low' : 'high')}
          />
          <PriorityField
            source={service.source}
            chosen={priority}
            onChoose={setPriority}
          />
          <PagedFirstNote escalation={response.escalation} service={service} />
        </>
      )}
    </ActionDialog>
  );
};

import type {
  AlertSilence,
  AlertSuppression,
} from '@engineering-owner/backstage-plugin-common';
import { Time } from '../figures';
import { OutLink } from '../layout';
import { useT } from '../translation';

/** Why nobody is told of an alert: silenced until when and by whom, inhibited, muted. */
export const SuppressionNote = (props: { suppression: AlertSuppression }) => {
  const t = useT();
  const { silencedBy, inhibited, mutedBy } = props.suppression;
  const isExplained = silencedBy.length > 0 || inhibited || mutedBy.length > 0;
  return (
    <>
      {silencedBy.map(silence => (
        <div key={silence.id}>
          <Silenced silence={silence} />
        </div>
      ))}
      {inhibited && <div>{t('onCall.alerts.inhibited')}</div>}
      {mutedBy.length > 0 && (
        <div>{t('onCall.alerts.muted', { names: mutedBy.join(', ') })}</div>
      )}
      {!isExplained && <div>{t('onCall.alerts.suppressed')}</div>}
    </>
  );
};

function Silenced({ silence }: { silence: AlertSilence }) {
  const t = useT();
  const { createdBy, endsAt, comment, url } = silence;
  const until = endsAt && <Time at={endsAt} />;
  return (
    <>
      {!until && t('onCall.alerts.silenced')}
      {until &&
        (createdBy
          ? t('onCall.alerts.silencedBy', { until, person: createdBy })
          : t('onCall.alerts.silencedUntil', { until }))}
      {comment && <>: {comment}</>}
      {url && (
        <>
          {' '}
          <OutLink to={url}>{t('onCall.alerts.silence')}</OutLink>
        </>
      )}
    </>
  );
}

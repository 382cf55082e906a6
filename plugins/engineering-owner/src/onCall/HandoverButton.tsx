import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import { engineeringOwnerApiRef } from '../api';
import { ChoiceToggle, CopyBlock, LineFailure } from '../layout';
import { useT } from '../translation';

type Answer = { markdown: string } | { error: Error };
const PERIODS = ['week', 'last-shift', 'shift'] as const;
type Period = (typeof PERIODS)[number];

function periodOf(choice: string): Period {
  return PERIODS.find(each => each === choice) ?? 'week';
}

/** Refused without permission: the text that is shown has a button of its own. */
async function copy(text: string): Promise<void> {
  try {
    await window.navigator.clipboard.writeText(text);
  } catch {
    // In an insecure context there is no clipboard at all.
  }
}

/** Asks for the hand-over when it is pressed, copies it and shows it. */
export const HandoverButton = () => {
  const t = useT();
  const api = useApi(engineeringOwnerApiRef);
  const { entity } = useEntity();
  const [period, setPeriod] = useState<Period>('week');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const read = async () => {
    setBusy(true);
    try {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const { markdown } = await api.getHandover(getCompoundEntityRef(entity), {
        period,
        timeZone,
      });
      setAnswer({ markdown });
      await copy(markdown);
    } catch (error) {
      setAnswer({
        error: error instanceof Error ? error : new Error(`${error}`),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div style={{ marginBottom: 16 }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <ChoiceToggle
          label={t('onCall.handover.period')}
          choices={PERIODS}
          nameOf={choice => t(`onCall.handover.${periodOf(choice)}`)}
          chosen={period}
          onChoose={choice => setPeriod(periodOf(choice))}
        />
        <Button
          size="small"
          variant="outlined"
          startIcon={<CopyIcon />}
          style={{ textTransform: 'none' }}
          disabled={busy}
          onClick={read}
        >
          {t('onCall.handover.copy')}
        </Button>
      </div>
      {answer && 'error' in answer && (
        <LineFailure error={answer.error} retry={read} />
      )}
      {answer && 'markdown' in answer && (
        <CopyBlock text={answer.markdown} name={t('onCall.handover.text')} />
      )}
    </div>
  );
};

import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { ChoiceToggle } from '../layout';
import { useT } from '../translation';
import { isPeriod } from './historyRange';
import { useRange } from './useRange';
import { windowName } from './windowText';

/** The ranges of the charts, as buttons. */
export const RangeToggle = ({ window }: { window: SloStatus['window'] }) => {
  const t = useT();
  const { choices, range, choose } = useRange(window);
  return (
    <ChoiceToggle
      label={t('slos.chart.range')}
      choices={choices.map(({ name }) => name)}
      nameOf={name =>
        isPeriod({ name, seconds: 0 }) ? windowName(t, window) : name
      }
      chosen={range.name}
      onChoose={choose}
    />
  );
};

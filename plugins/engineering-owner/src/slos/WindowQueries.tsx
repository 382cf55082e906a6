import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { useState } from 'react';
import { QueryList } from './QueryList';
import { ChoiceToggle } from '../layout';
import { useT } from '../translation';
import { nameOfWindow } from './windowText';

/** The queries of one window at a time: every window has the same ones. */
export const WindowQueries = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const windows = [...new Set(slo.queries.map(({ window }) => window))];
  const [chosen, choose] = useState('1h');
  const shown = windows.includes(chosen) ? chosen : windows[0];
  return (
    <>
      {windows.length > 1 && (
        <ChoiceToggle
          label={t('slos.definition.window')}
          choices={windows}
          nameOf={name => nameOfWindow(t, slo.window, name)}
          chosen={shown}
          onChoose={choose}
        />
      )}
      <QueryList
        slo={slo}
        queries={slo.queries.filter(({ window }) => window === shown)}
      />
    </>
  );
};

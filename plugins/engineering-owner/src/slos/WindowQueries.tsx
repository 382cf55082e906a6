import type { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { useState } from 'react';
import { QueryList } from './QueryList';
import { ChoiceToggle } from '../layout';
import { useT } from '../translation';

/** The queries of one window at a time: every window has the same ones. */
export const WindowQueries = ({ queries }: { queries: SloQuery[] }) => {
  const t = useT();
  const windows = [...new Set(queries.map(({ window }) => window))];
  const [chosen, choose] = useState('1h');
  const shown = windows.includes(chosen) ? chosen : windows[0];
  return (
    <>
      {windows.length > 1 && (
        <ChoiceToggle
          label={t('slos.definition.window')}
          choices={windows}
          chosen={shown}
          onChoose={choose}
        />
      )}
      <QueryList queries={queries.filter(({ window }) => window === shown)} />
    </>
  );
};

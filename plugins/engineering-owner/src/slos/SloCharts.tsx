import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { BurnDownSection } from './BurnDownSection';
import { ErrorsSection } from './ErrorsSection';
import { useRange } from './useRange';
import { useSloHistory } from './useSloHistory';

/** The budget and the errors over time, from one reading. */
export const SloCharts = ({ slo }: { slo: SloStatus }) => {
  const { range } = useRange(slo.window);
  const history = useSloHistory(slo.name, range);
  return (
    <>
      <BurnDownSection slo={slo} history={history} />
      {history.status !== 'failed' && (
        <ErrorsSection slo={slo} history={history} />
      )}
    </>
  );
};

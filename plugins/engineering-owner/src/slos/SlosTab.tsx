import type { SlosResponse } from '@engineering-owner/backstage-plugin-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useNow } from '../figures';
import {
  Failure,
  ProblemList,
  Section,
  TabLayout,
  TabSkeleton,
} from '../layout';
import { useQueryChoice } from '../routing';
import { Freshness, StatusLine } from '../status';
import { useT } from '../translation';
import { RunbookButton } from './RunbookButton';
import { SloDetail } from './SloDetail';
import { sloHeadline } from './sloHeadline';
import { staleReason } from './staleReason';
import { SlosEmpty } from './SlosEmpty';
import { SloTable } from './SloTable';
import { useSlos } from './useSlos';

/** The SLOs tab of an entity. */
export const SlosTab = () => {
  const slos = useSlos();
  switch (slos.status) {
    case 'loading':
      return <TabSkeleton />;
    case 'failed':
      return <Failure {...slos} />;
    default:
      return <Slos response={slos.data} refreshError={slos.refreshError} />;
  }
};

function Slos(props: { response: SlosResponse; refreshError?: Error }) {
  const { slos, problems, asOf } = props.response;
  const t = useT();
  const now = useNow();
  const { entity } = useEntity();
  const [chosenName, choose] = useQueryChoice('slo');
  const chosen = slos.find(({ name }) => name === chosenName) ?? slos[0];
  if (!chosen && problems.length === 0) {
    return (
      <TabLayout>
        <SlosEmpty />
      </TabLayout>
    );
  }
  const headline = sloHeadline(t, slos, now);
  return (
    <TabLayout>
      <StatusLine
        {...headline}
        action={headline.tone === 'act_now' && <RunbookButton />}
        freshness={
          <Freshness
            asOf={asOf}
            reason={props.refreshError?.message ?? staleReason(t, slos, now)}
          />
        }
      />
      {chosen && (
        <>
          <Section
            title={t('slos.table.heading', {
              count: slos.length,
              entity: entity.metadata.title ?? entity.metadata.name,
            })}
          >
            <SloTable slos={slos} chosen={chosen} onChoose={choose} />
          </Section>
          <SloDetail key={chosen.name} slo={chosen} />
        </>
      )}
      <ProblemList problems={problems} />
    </TabLayout>
  );
}

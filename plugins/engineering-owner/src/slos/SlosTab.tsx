import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityTab, Section } from '../layout';
import { useSteadyChoice } from '../routing';
import { useT } from '../translation';
import { needsRunbook } from './needsRunbook';
import { RunbookButton } from './RunbookButton';
import { SloDetail } from './SloDetail';
import { sloHeadline } from './sloHeadline';
import { staleReason } from './staleReason';
import { SlosEmpty } from './SlosEmpty';
import { SloTable } from './SloTable';
import { useSlos } from './useSlos';

/** The SLOs tab of an entity. */
export const SlosTab = () => {
  const t = useT();
  return (
    <EntityTab
      result={useSlos()}
      content={({ slos, problems, asOf }, now) => {
        if (slos.length === 0 && problems.length === 0) {
          return { empty: <SlosEmpty /> };
        }
        const headline = sloHeadline(t, { slos, problems }, now);
        return {
          headline,
          action: needsRunbook(slos) && <RunbookButton />,
          freshness: { asOf, reason: staleReason(t, slos, now) },
          problems,
          body: slos.length > 0 && <Objectives slos={slos} />,
        };
      }}
    />
  );
};

function Objectives({ slos }: { slos: SloStatus[] }) {
  const t = useT();
  const { entity } = useEntity();
  const [name, choose] = useSteadyChoice(
    'slo',
    slos.map(slo => slo.name),
    slos[0]?.name,
  );
  const chosen = slos.find(slo => slo.name === name);
  return chosen ? (
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
  ) : null;
}

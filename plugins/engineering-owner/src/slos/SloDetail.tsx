import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { ExplainedFigure } from '../figures';
import { Columns, Section } from '../layout';
import { useT } from '../translation';
import { AlertPairTable } from './AlertPairTable';
import { BudgetTiles } from './BudgetTiles';
import { BurnDownSection } from './BurnDownSection';
import { DefinitionSection } from './DefinitionSection';
import { StateNotes } from './StateNotes';

/** Everything about the chosen objective. */
export const SloDetail = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  return (
    <Columns
      left={
        <>
          <Section title={slo.title}>
            <StateNotes slo={slo} />
            <BudgetTiles slo={slo} />
          </Section>
          {slo.budget.known && <BurnDownSection key={slo.name} slo={slo} />}
        </>
      }
      right={
        <>
          <Section
            title={
              <ExplainedFigure lines={[t('slos.alerts.explain')]}>
                {t('slos.alerts.title')}
              </ExplainedFigure>
            }
          >
            <AlertPairTable slo={slo} />
          </Section>
          <DefinitionSection slo={slo} />
        </>
      }
    />
  );
};

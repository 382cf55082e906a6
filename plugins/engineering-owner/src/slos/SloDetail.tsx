import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { ExplainedFigure } from '../figures';
import { Columns, Section } from '../layout';
import { useT } from '../translation';
import { AlertPairTable } from './AlertPairTable';
import { BudgetTiles } from './BudgetTiles';
import { DefinitionSection } from './DefinitionSection';
import { hasHistory } from './hasHistory';
import { LatencySection } from './LatencySection';
import { RangeToggle } from './RangeToggle';
import { SloCharts } from './SloCharts';
import { StateNotes } from './StateNotes';
import { useRange } from './useRange';
import { WhatIfPanel } from './WhatIfPanel';

/** Everything about the chosen objective. */
export const SloDetail = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const [askWhatIf, setAskWhatIf] = useState(false);
  const charted = hasHistory(slo);
  return (
    <>
      <Section
        title={slo.title}
        side={
          charted && (
            <>
              <RangeToggle window={slo.window} />
              <Button
                size="small"
                variant="outlined"
                style={{ textTransform: 'none' }}
                aria-expanded={askWhatIf}
                onClick={() => setAskWhatIf(!askWhatIf)}
              >
                {t('slos.whatIf.button')}
              </Button>
            </>
          )
        }
      >
        <StateNotes slo={slo} />
        <BudgetTiles slo={slo} />
      </Section>
      {charted && askWhatIf && <WhatIfPanel slo={slo} />}
      <Columns
        left={
          charted ? <SloCharts slo={slo} /> : <DefinitionSection slo={slo} />
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
            {charted && <Latency slo={slo} />}
            {charted && <DefinitionSection slo={slo} />}
          </>
        }
      />
    </>
  );
};

function Latency({ slo }: { slo: SloStatus }) {
  const { range } = useRange(slo.window);
  return slo.indicator.kind === 'latency' ? (
    <LatencySection
      slo={slo}
      thresholdSeconds={slo.indicator.thresholdSeconds}
      range={range}
    />
  ) : null;
}

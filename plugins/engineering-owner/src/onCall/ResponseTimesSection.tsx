import type {
  OnCallResponse,
  ResponseTimes,
} from '@engineering-owner/backstage-plugin-common';
import {
  ExplainedFigure,
  formatCount,
  formatDuration,
  formatExactDuration,
  Tile,
  Tiles,
} from '../figures';
import { Facts, Section } from '../layout';
import { StatusWord, type Tone } from '../status';
import { useT } from '../translation';
import { ResponseTimeTrend } from './ResponseTimeTrend';
import { exclusionLines } from './exclusions';

/** How quickly incidents are acknowledged and resolved, and of how many. */
export const ResponseTimesSection = ({
  responseTimes,
}: {
  responseTimes: OnCallResponse['responseTimes'];
}) => {
  const t = useT();
  return (
    <Section
      title={t('onCall.response.title', { count: responseTimes.periodDays })}
    >
      <Tiles>
        <ResponseTile
          name={t('onCall.response.mtta')}
          definition={t('onCall.response.explainMtta')}
          times={responseTimes.mtta}
        />
        <ResponseTile
          name={t('onCall.response.mttr')}
          definition={t('onCall.response.explainMttr')}
          times={responseTimes.mttr}
        />
      </Tiles>
      <ResponseTimeTrend />
    </Section>
  );
};

function ResponseTile(props: {
  name: string;
  definition: string;
  times: ResponseTimes;
}) {
  const t = useT();
  const { figures, n, fewIncidents } = props.times;
  const lines = [props.definition, ...exclusionLines(t, props.times)];
  return (
    <Tile
      name={props.name}
      value={
        <ExplainedFigure lines={lines}>
          {figures
            ? formatDuration(figures.medianSeconds)
            : t('onCall.response.none')}
        </ExplainedFigure>
      }
      context={
        <>
          <Facts>
            {figures &&
              t('onCall.response.p90', {
                p90: formatDuration(figures.p90Seconds),
              })}
            {figures &&
              t('onCall.response.mean', {
                mean: formatDuration(figures.meanSeconds),
              })}
            {t('onCall.response.n', { n: formatCount(n) })}
            {figures && fewIncidents && t('onCall.response.few')}
          </Facts>
          <Target times={props.times} />
        </>
      }
    />
  );
}

function Target({ times }: { times: ResponseTimes }) {
  const t = useT();
  const { targetSeconds, withinTarget, figures } = times;
  if (targetSeconds === undefined) {
    return null;
  }
  const target = formatExactDuration(targetSeconds);
  if (!figures || !withinTarget || withinTarget.of === 0) {
    return <div>{t('onCall.response.target', { target })}</div>;
  }
  return (
    <div>
      <StatusWord tone={targetTone(withinTarget)}>
        {t('onCall.response.within', {
          n: formatCount(withinTarget.n),
          of: formatCount(withinTarget.of),
          target,
        })}
      </StatusWord>
    </div>
  );
}

/** Fine when at least half met it. */
function targetTone({ n, of }: { n: number; of: number }): Tone {
  return 2 * n >= of ? 'fine' : 'look_today';
}

import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { formatObjective, formatThreshold } from '../figures';
import type { T } from '../translation';
import { windowRule } from './windowText';

/** An objective as a rule a person can check. */
export function definitionSentence(t: T, slo: SloStatus): string {
  const { indicator } = slo;
  const shared = {
    objective: formatObjective(slo.objective),
    window: windowRule(t, slo.window),
  };
  switch (indicator.kind) {
    case 'latency':
      return t('slos.definition.sentence_latency', {
        ...shared,
        histogram: indicator.histogram,
        threshold: formatThreshold(indicator.thresholdSeconds),
      });
    case 'gauge':
      return t('slos.definition.sentence_gauge', {
        ...shared,
        up: indicator.up,
      });
    case 'rawRatio':
      return t(`slos.definition.sentence_raw_${indicator.rawType}`, {
        ...shared,
        query: indicator.query,
      });
    case 'refused':
      return indicator.written;
    default:
      return indicator.good === undefined
        ? t('slos.definition.sentence_ratio', {
            ...shared,
            total: indicator.total,
            bad: indicator.bad ?? '',
          })
        : t('slos.definition.sentence_ratio_good', {
            ...shared,
            total: indicator.total,
            good: indicator.good,
          });
  }
}

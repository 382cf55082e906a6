import { Problem } from '@engineering-owner/backstage-plugin-common';
import { CompiledRatioQuery } from '../compiled';
import { MissingSeries } from './ratioQueryInspection';

/** A part that cannot answer says nothing of events. */
export function missingSeries({ metric, label }: MissingSeries): Problem {
  return label === undefined
    ? {
        code: 'sli_metric_missing',
        severity: 'error',
        message: `no series of ${metric} exists, so an empty answer does not mean no events`,
        params: { metric },
      }
    : {
        code: 'sli_label_missing',
        severity: 'error',
        message: `label "${label}" does not exist on ${metric}`,
        params: { label, metric },
      };
}

/** Everything bad, or a mistake? */
export function goodNeverAnswered({ part }: CompiledRatioQuery): Problem {
  const query = part.pieces.join('{{.window}}');
  return {
    code: 'sli_good_never_seen',
    severity: 'error',
    message: `${query} has never answered, so it cannot be told from a mistake in it that all events were bad`,
    params: { selector: query },
  };
}

/** The answer cannot be told apart by entity. */
export function lostEntityLabel({
  total,
  entityLabel,
}: CompiledRatioQuery): Problem {
  const query = total.pieces.join('{{.window}}');
  return {
    code: 'sli_label_missing',
    severity: 'error',
    message: `label "${entityLabel}" does not exist on the answer of ${query}; keep it, for example with sum by (${entityLabel}) (…)`,
    params: { label: entityLabel, metric: query },
  };
}

import { Problem } from '@engineering-owner/backstage-plugin-common';
import { CompiledRatio } from '../compiled';
import { ownerOf } from '../ownerOf';
import { RatioInspection } from './ratioInspection';
import { sharesMetric } from './requiredLabels';

/** `status=~"5.."` on a metric whose label is `code` must not read 100 % for ever. */
export function missingLabel(
  compiled: CompiledRatio,
  { has }: RatioInspection,
  label: string,
  entity?: string,
): Problem {
  const { total, part, entityLabel } = compiled;
  const { metric } = sharesMetric(compiled) ? total : part;
  const owner = ownerOf(entityLabel, entity, 'of');
  const others = has.length > 0 ? `; it has: ${has.join(', ')}` : '';
  return {
    code: 'sli_label_missing',
    severity: 'error',
    message: `label "${label}" does not exist on ${metric}${owner}${others}`,
    params: { label, metric, has: has.join(', ') },
  };
}

/** The metric of the bad events is another one, and nobody has it. */
export function missingPart({ part }: CompiledRatio): Problem {
  return {
    code: 'sli_metric_missing',
    severity: 'error',
    message: `no service has a series of ${part.metric} with the labels of ${part.text}, so no bad series does not mean no bad events`,
    params: { metric: part.metric, selector: part.text },
  };
}

/** No good series, and there never was one: everything bad, or a mistake? */
export function goodNeverSeen(
  { part, entityLabel }: CompiledRatio,
  entity: string,
): Problem {
  return {
    code: 'sli_good_never_seen',
    severity: 'error',
    message: `no series has ever matched ${part.text}${ownerOf(
      entityLabel,
      entity,
      'for',
    )}, so it cannot be told from a mistake in the selector that all events were bad`,
    params: { selector: part.text },
  };
}

/** The entity is new to the inspection, and nobody else settles the question. */
export function notInspected(
  { part, entityLabel }: CompiledRatio,
  entity: string,
): Problem {
  return {
    code: 'sli_not_inspected',
    severity: 'error',
    message: `it is not known yet whether the labels of ${
      part.text
    } exist${ownerOf(
      entityLabel,
      entity,
      'for',
    )}, so no bad series does not mean no bad events`,
    params: { selector: part.text },
  };
}

/** A total that is not a number cannot be counted with. */
export function notANumber(selector: string, value: number): Problem {
  return {
    code: 'sli_not_a_number',
    severity: 'error',
    message: `the increase of ${selector} is ${value}; its samples are not those of a counter`,
    params: { selector },
  };
}

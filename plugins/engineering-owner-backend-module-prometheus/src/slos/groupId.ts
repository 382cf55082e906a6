import { createHash } from 'crypto';
import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { Selector } from '../promql/selector';
import { CompiledIndicator, WindowedQuery } from './compiled';

/** Another one gives every group a history of its own, from its beginning. */
const version = 2;

/**
 * Equal queries of one source are one group, whatever template they are from
 * and however they are written: the history of a group hangs on its id, and a
 * space more or less must not begin a new one.
 */
export function groupId(
  source: SourceRef,
  compiled: CompiledIndicator,
): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        version,
        source.type,
        source.name,
        compiled.kind,
        compiled.entityLabel,
        [...compiled.replicaLabels].sort(),
        meaningOf(compiled),
      ]),
    )
    .digest('hex')
    .slice(0, 32);
}

/** What is counted, without what makes no difference to it. */
function meaningOf(compiled: CompiledIndicator): unknown[] {
  switch (compiled.kind) {
    case 'ratio':
      return [
        selected(compiled.total),
        selected(compiled.part),
        compiled.partIs,
      ];
    case 'latency':
      return [
        selected(compiled.total),
        selected(compiled.buckets),
        compiled.bound,
        compiled.unit,
        compiled.nearestBucket ?? null,
      ];
    case 'ratioQuery':
      return [queried(compiled.total), queried(compiled.part), compiled.partIs];
    case 'rawRatio':
      return [withoutSpaces(compiled.query), compiled.rawType];
    default:
      return [selected(compiled.up)];
  }
}

function selected({ text, metric, matchers, namesMetric }: Selector): unknown {
  return namesMetric
    ? withoutSpaces(text)
    : [
        metric,
        [
          ...new Set(
            matchers.map(({ label, operator, value }) =>
              JSON.stringify([label, operator, value]),
            ),
          ),
        ].sort(),
      ];
}

function queried({ pieces }: WindowedQuery): string {
  return withoutSpaces(pieces.join('{{.window}}'));
}

const literal = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/s;

/** PromQL without the spaces that only part its words and signs. */
function withoutSpaces(text: string): string {
  return text
    .split(literal)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(/\s+/g, ' ').replace(/ ?([^\w\s:.]) ?/g, '$1'),
    )
    .join('')
    .trim();
}

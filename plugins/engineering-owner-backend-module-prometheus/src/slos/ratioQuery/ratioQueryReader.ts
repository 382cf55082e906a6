import { InputError } from '@backstage/errors';
import { EntityReading } from '@engineering-owner/backstage-plugin-node';
import { Matcher } from '../../promql/selector';
import { overSeconds } from '../../promql/windowedQuery';
import { CompiledRatioQuery } from '../compiled';
import { IndicatorReader, InspectedReader } from '../IndicatorReader';
import { byEntity } from '../legs';
import { narrowAnswer } from '../narrowAnswer';
import { notANumber } from '../ratio/ratioProblems';
import { describeRatioQuery } from './describeRatioQuery';
import { inspectRatioQuery } from './inspectRatioQuery';
import {
  RatioQueryInspection,
  ratioQueryInspectionSchema,
} from './ratioQueryInspection';
import { goodNeverAnswered, missingSeries } from './ratioQueryProblems';

/** Reads a ratio of two queries, each taken as it is written. */
export function ratioQueryReader(
  compiled: CompiledRatioQuery,
): IndicatorReader {
  return {
    inspect: (client, options) => inspectRatioQuery(compiled, client, options),
    interpret(inspection) {
      const parsed = ratioQueryInspectionSchema.safeParse(inspection);
      if (!parsed.success) {
        throw new InputError(
          `the group of ${compiled.total.pieces.join(
            '{{.window}}',
          )} has to be inspected before it is read`,
        );
      }
      return inspectedRatioQuery(compiled, parsed.data);
    },
    describe: (_inspection, entity, window) =>
      describeRatioQuery(compiled, entity, window),
  };
}

function inspectedRatioQuery(
  compiled: CompiledRatioQuery,
  inspection: RatioQueryInspection,
): InspectedReader {
  const known = new Set(inspection.known);
  const goodSeen = new Set(inspection.goodSeen);
  const [missing] = inspection.missing;
  const leg = (
    name: 'total' | 'part',
    seconds: number,
    only: readonly Matcher[],
  ) => ({
    name,
    expression: narrowAnswer(
      byEntity(
        'sum',
        overSeconds(compiled[name], seconds),
        compiled.entityLabel,
      ),
      only,
    ),
  });

  const withoutPart = (entity: string, total: number): EntityReading => {
    if (missing) {
      return { kind: 'invalid', problem: missingSeries(missing) };
    }
    if (compiled.partIs === 'bad') {
      return { kind: 'counts', bad: 0, total };
    }
    return goodSeen.has(entity)
      ? { kind: 'counts', bad: total, total }
      : { kind: 'invalid', problem: goodNeverAnswered(compiled) };
  };

  return {
    inspectedAt: new Date(inspection.at),
    knows: entity => known.has(entity),
    doubts: (_entity, counts) =>
      missing !== undefined || (!counts.has('part') && goodSeen.size > 0),
    known: inspection.known,
    legs: (seconds, only = []) => [
      leg('total', seconds, only),
      leg('part', seconds, only),
    ],
    shared: () => [],
    judge(entity, counts) {
      const total = counts.get('total');
      const part = counts.get('part');
      if (total === undefined) {
        return undefined;
      }
      for (const [name, value] of counts) {
        if (!Number.isFinite(value) || value < 0) {
          const query = name === 'total' ? compiled.total : compiled.part;
          const text = query.pieces.join('{{.window}}');
          return { kind: 'invalid', problem: notANumber(text, value) };
        }
      }
      if (part === undefined) {
        return withoutPart(entity, total);
      }
      // Good events by a label that nobody has are all events.
      if (compiled.partIs === 'good' && missing) {
        return { kind: 'invalid', problem: missingSeries(missing) };
      }
      const bad = compiled.partIs === 'bad' ? part : total - part;
      return { kind: 'counts', total, bad: Math.min(total, Math.max(0, bad)) };
    },
  };
}

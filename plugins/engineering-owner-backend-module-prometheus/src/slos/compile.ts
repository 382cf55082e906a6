import { createHash } from 'crypto';
import { JsonObject } from '@backstage/types';
import {
  Problem,
  SloIndicator,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  CompileResult,
  SliTemplate,
} from '@engineering-owner/backstage-plugin-node';
import { isLabelName } from '../promql/labelName';
import { CompiledIndicator } from './compiled';
import { compileLatency } from './latency/compileLatency';
import { legLabel } from './legs';
import { definitionProblem } from './problems';
import { compileRatio } from './ratio/compileRatio';

/** What an indicator is compiled with. */
export interface CompileContext {
  /** Config path of the indicator. */
  place: string;
  entityLabel: string;
  replicaLabels: string[];
}

/** One kind of indicator, understood or refused. */
export type Compiled<C extends CompiledIndicator> =
  | { ok: true; compiled: C; indicator: SloIndicator }
  | { ok: false; problem: Problem };

const kinds = { ratio: compileRatio, latency: compileLatency };

/** Understands the indicator of a template. Asks nobody. */
export function compile(
  template: SliTemplate,
  instance: { source: SourceRef; replicaLabels: string[] },
): CompileResult {
  const { entityLabel = '', indicator } = template;
  if (!isLabelName(entityLabel) || entityLabel === legLabel) {
    return {
      ok: false,
      problem: definitionProblem(
        `${template.place}.entityLabel`,
        `"${entityLabel}" cannot be the name of a label; write one such as service`,
      ),
    };
  }
  const compiled = compileIndicator(indicator, {
    place: `${template.place}.indicator`,
    entityLabel,
    replicaLabels: instance.replicaLabels,
  });
  if (!compiled.ok) {
    return compiled;
  }
  return {
    ok: true,
    group: {
      id: groupId(instance.source, compiled.compiled),
      source: instance.source,
      entityLabel,
      bespoke: false,
      indicator: compiled.indicator,
      compiled: compiled.compiled,
    },
  };
}

function compileIndicator(
  indicator: JsonObject,
  context: CompileContext,
): Compiled<CompiledIndicator> {
  const given = Object.keys(indicator);
  const [kind] = given;
  if (given.length === 1 && (kind === 'ratio' || kind === 'latency')) {
    return kinds[kind](indicator[kind], context);
  }
  return {
    ok: false,
    problem: definitionProblem(
      context.place,
      `expected exactly one of ${Object.keys(kinds).join(', ')}, found ${
        given.length === 0 ? 'nothing' : given.map(key => `"${key}"`).join(', ')
      }`,
    ),
  };
}

/** Equal queries of one source are one group, whatever template they are from. */
function groupId(source: SourceRef, compiled: CompiledIndicator): string {
  return createHash('sha256')
    .update(JSON.stringify([source.type, source.name, compiled]))
    .digest('hex')
    .slice(0, 32);
}

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
import { Matcher } from '../promql/selector';
import { isLabelName } from '../promql/labelName';
import { CompiledIndicator } from './compiled';
import { compileMatchers } from './compileMatchers';
import { compileGauge } from './gauge/compileGauge';
import { compileLatency } from './latency/compileLatency';
import { groupId } from './groupId';
import { legLabel } from './legs';
import { definitionProblem } from './problems';
import { compileRatio } from './ratio/compileRatio';
import { compileRatioQuery } from './ratioQuery/compileRatioQuery';
import { compileRawRatio } from './rawRatio/compileRawRatio';

/** What an indicator is compiled with. */
export interface CompileContext {
  /** Config path of the indicator. */
  place: string;
  /** Empty: all events are one entity's. */
  entityLabel: string;
  replicaLabels: string[];
  /** Every selector is narrowed by these. */
  matchers: Matcher[];
}

/** One kind of indicator, understood or refused. */
export type Compiled<C extends CompiledIndicator> =
  | { ok: true; compiled: C; indicator: SloIndicator }
  | { ok: false; problem: Problem };

const kinds = {
  ratio: compileRatio,
  latency: compileLatency,
  ratioQuery: compileRatioQuery,
  rawRatio: compileRawRatio,
  gauge: compileGauge,
};

function isKind(name: string): name is keyof typeof kinds {
  return Object.hasOwn(kinds, name);
}

/** Understands the indicator of a template. Asks nobody. */
export function compile(
  template: SliTemplate,
  instance: { source: SourceRef; replicaLabels: string[] },
): CompileResult {
  const { entityLabel, indicator } = template;
  if (
    entityLabel !== undefined &&
    (!isLabelName(entityLabel) || entityLabel === legLabel)
  ) {
    return {
      ok: false,
      problem: definitionProblem(
        `${template.place}.entityLabel`,
        `"${entityLabel}" cannot be the name of a label; write one such as service`,
      ),
    };
  }
  const further = template.selector
    ? compileMatchers(template.selector.text, template.selector.place)
    : { ok: true as const, matchers: [] };
  if (!further.ok) {
    return further;
  }
  const compiled = compileIndicator(indicator, {
    place: `${template.place}.indicator`,
    entityLabel: entityLabel ?? '',
    replicaLabels: instance.replicaLabels,
    matchers: further.matchers,
  });
  if (!compiled.ok) {
    return compiled;
  }
  return {
    ok: true,
    group: {
      id: groupId(instance.source, compiled.compiled),
      source: instance.source,
      ...(entityLabel !== undefined && { entityLabel }),
      bespoke: entityLabel === undefined || further.matchers.length > 0,
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
  if (given.length === 1 && isKind(kind)) {
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

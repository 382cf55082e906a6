import { Problem } from '@engineering-owner/backstage-plugin-common';
import { SliSource, soleValue } from '@engineering-owner/backstage-plugin-node';
import { findSource, listSources } from '../findSource';
import { SloMember } from '../matchTemplate';
import { naming } from '../namedEntities';
import { refusedIndicator } from '../refusedIndicator';
import { CompiledSlo } from '../SliGroupPlan';
import { DocumentDefinition } from './DocumentDefinition';

/** A definition as its source understands it, or why it does not. */
export type CompiledDefinition =
  | { ok: true; definition: DocumentDefinition; slo: CompiledSlo }
  | { ok: false; definition: DocumentDefinition; problem: Problem };

/** Hands a definition to its source, as a group of its own. Asks nobody. */
export function compileDefinition(
  definition: DocumentDefinition,
  sources: SliSource[],
): CompiledDefinition {
  const { name, indicator, indicatorPlace, definedBy, window } = definition;
  if (definition.refused) {
    return { ok: false, definition, problem: definition.refused };
  }
  const source = findSource(definition.source, sources);
  if (!source) {
    return { ok: false, definition, problem: noSource(definition, sources) };
  }
  const result = source.compile({
    name,
    place: `${indicatorPlace} (SLO "${name}")`,
    indicator,
  });
  return result.ok
    ? {
        ok: true,
        definition,
        slo: {
          group: result.group,
          source,
          window,
          definedBy: `document ${definedBy.place}`,
        },
      }
    : { ok: false, definition, problem: result.problem };
}

/** What a definition means for its entity. */
export function memberOf(
  entityRef: string,
  compiled: CompiledDefinition,
): SloMember {
  const { indicator, indicatorPlace, source, ...rest } = compiled.definition;
  const { name, title, objective, window, definedBy } = rest;
  const member = { entityRef, name };
  const described = { ...member, title, objective, window, definedBy };
  if (!compiled.ok) {
    return {
      ...member,
      definition: { ...described, ...refusedIndicator(indicator, source) },
      // Only an entity may be hidden from who may read this one.
      invalid:
        definedBy.type === 'entity'
          ? naming(compiled.problem, [
              definedBy.place,
              indicatorPlace,
              ...fileOf(compiled.problem),
            ])
          : compiled.problem,
    };
  }
  const { group } = compiled.slo;
  return {
    ...member,
    groupId: group.id,
    entityValue: soleValue,
    definition: {
      ...described,
      indicator: group.indicator,
      source: group.source,
    },
  };
}

/** Of a document that is an entity, its ref: perhaps that of the SLI. */
function fileOf({ params }: Problem): string[] {
  return typeof params?.file === 'string' ? [params.file] : [];
}

function noSource(
  { source, definedBy }: DocumentDefinition,
  sources: SliSource[],
): Problem {
  const { place, name } = definedBy;
  const known = listSources(sources);
  return {
    code: 'source_unknown',
    severity: 'error',
    message: source.name
      ? `${place}: SLO "${name}" names the Prometheus "${source.name}" as its metricSourceRef; there is no such source. There are: ${known}`
      : `${place}: SLO "${name}" names no metricSourceRef, and none of several sources is called "default". There are: ${known}`,
    params: { place, document: name },
  };
}

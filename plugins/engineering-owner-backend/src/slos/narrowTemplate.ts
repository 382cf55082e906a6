import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_SLI_SELECTOR } from '@engineering-owner/backstage-plugin-common';
import { CompiledTemplate } from './CompiledTemplate';

/** The label matchers an entity narrows its SLIs by; undefined: none. */
export function selectorOf(entity: Entity): string | undefined {
  const text = entity.metadata.annotations?.[ANNOTATION_SLI_SELECTOR];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** Where those stand, for messages. */
export function selectorPlace(entity: Entity): string {
  return `${stringifyEntityRef(entity)}, annotation ${ANNOTATION_SLI_SELECTOR}`;
}

/**
 * A template whose selectors are narrowed by further matchers: a group of its
 * own, which all entities share that write the same. Asks nobody.
 */
export function narrowTemplate(
  compiled: CompiledTemplate & { ok: true },
  selector: { text: string; place: string },
): CompiledTemplate {
  const { template, source } = compiled;
  const { name, place, entityLabel, indicator } = template;
  const result = source.compile({
    name,
    place,
    entityLabel,
    indicator,
    selector,
  });
  return result.ok
    ? { ok: true, template, source, group: result.group }
    : { ok: false, template, problem: result.problem };
}

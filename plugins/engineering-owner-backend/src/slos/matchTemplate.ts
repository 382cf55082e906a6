import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { getJsonValueAtPath } from '@backstage/filter-predicates';
import {
  Problem,
  SloDefinition,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { isKeyText, longestKey } from '../store/isKeyText';
import { CompiledTemplate } from './CompiledTemplate';
import { narrowTemplate, selectorOf, selectorPlace } from './narrowTemplate';

/** A template's objective for one entity, and where its figures are to be found. */
export interface SloMember {
  entityRef: string;
  name: string;
  /** Absent when the template cannot be read at all. */
  groupId?: string;
  /** The value of the group's entity label. */
  entityValue?: string;
  invalid?: Problem;
  /** Absent when the template does not compile: then nothing is known to be measured. */
  definition?: SloDefinition;
  /** Label matchers that the template's group is narrowed by for this entity. */
  selector?: string;
}

const entityJson = z.record(z.string(), z.json());

/** What a template means for an entity that matches its filter. */
export function matchTemplate(
  compiled: CompiledTemplate,
  entity: Entity,
): SloMember {
  const { template } = compiled;
  const entityRef = stringifyEntityRef(entity);
  const member = { entityRef, name: template.name };
  if (!compiled.ok) {
    return { ...member, invalid: compiled.problem };
  }
  const text = selectorOf(entity);
  const narrowed =
    text === undefined
      ? compiled
      : narrowTemplate(compiled, { text, place: selectorPlace(entity) });
  const { group } = narrowed.ok ? narrowed : compiled;
  const value = getJsonValueAtPath(
    entityJson.parse(JSON.parse(JSON.stringify(entity))),
    template.entityValue,
  );
  const definition: SloDefinition = {
    entityRef,
    name: template.name,
    title: template.title,
    objective: template.objective,
    window: template.window,
    indicator: group.indicator,
    definedBy: { type: 'template', name: template.name, place: template.place },
    source: group.source,
    ...(template.alerting !== undefined && { alerting: template.alerting }),
  };
  if (!narrowed.ok) {
    return {
      ...member,
      groupId: group.id,
      definition,
      invalid: narrowed.problem,
    };
  }
  if (typeof value !== 'string' || value === '') {
    return {
      ...member,
      groupId: group.id,
      definition,
      invalid: {
        code: 'entity_value_missing',
        severity: 'error',
        message: `${entityRef} has no text at ${template.entityValue}; the template "${template.name}" (${template.place}) takes the value of the label "${group.entityLabel}" from there`,
        params: { template: template.name, path: template.entityValue },
      },
    };
  }
  if (!isKeyText(value)) {
    const beginning = JSON.stringify(value.slice(0, 40));
    return {
      ...member,
      groupId: group.id,
      definition,
      invalid: {
        code: 'entity_value_invalid',
        severity: 'error',
        message: `${entityRef} has ${beginning}, ${value.length} characters, at ${template.entityValue}; the template "${template.name}" (${template.place}) takes the value of the label "${group.entityLabel}" from there: at most ${longestKey} characters, none of them a control character`,
        params: { template: template.name, path: template.entityValue },
      },
    };
  }
  return {
    ...member,
    groupId: group.id,
    entityValue: value,
    definition,
    ...(text !== undefined && { selector: text }),
  };
}

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { getJsonValueAtPath } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  Problem,
  SloDefinition,
} from '@engineering-owner/backstage-plugin-common';
import { isKeyText, longestKey } from '../store/isKeyText';
import { CompiledTemplate } from './CompiledTemplate';
import { narrowTemplate, selectorOf, selectorPlace } from './narrowTemplate';
import { refusedIndicator } from './refusedIndicator';

/** A template's objective for one entity, and where its figures are to be found. */
export interface SloMember {
  entityRef: string;
  name: string;
  /** Absent when its source refuses it, so that nothing is read. */
  groupId?: string;
  /** The value of the group's entity label. */
  entityValue?: string;
  invalid?: Problem;
  /** Absent when what is stored is not understood any more. */
  definition?: SloDefinition;
  /** Label matchers that the template's group is narrowed by for this entity. */
  selector?: string;
}

/** What a template means for an entity that matches its filter. */
export function matchTemplate(
  compiled: CompiledTemplate,
  entity: Entity,
): SloMember {
  const { template } = compiled;
  const entityRef = stringifyEntityRef(entity);
  const member = { entityRef, name: template.name };
  const described = {
    entityRef,
    name: template.name,
    title: template.title,
    objective: template.objective,
    window: template.window,
    definedBy: {
      type: 'template' as const,
      name: template.name,
      place: template.place,
    },
    ...(template.alerting !== undefined && { alerting: template.alerting }),
  };
  if (!compiled.ok) {
    return {
      ...member,
      definition: {
        ...described,
        ...refusedIndicator(template.indicator, template.source),
      },
      invalid: compiled.problem,
    };
  }
  const text = selectorOf(entity);
  const narrowed =
    text === undefined
      ? compiled
      : narrowTemplate(compiled, { text, place: selectorPlace(entity) });
  const { group } = narrowed.ok ? narrowed : compiled;
  const json: JsonObject = JSON.parse(JSON.stringify(entity));
  const value = getJsonValueAtPath(json, template.entityValue);
  const definition: SloDefinition = {
    ...described,
    indicator: group.indicator,
    source: group.source,
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

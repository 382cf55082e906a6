import { Config } from '@backstage/config';
import { parseFilterPredicate } from '@backstage/filter-predicates';
import { JsonObject, JsonValue } from '@backstage/types';
import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { readOptional } from '../config/readOptional';
import { ConfigProblems, kindOfValue } from '../sources/ConfigProblems';
import { readWindow } from './readWindow';
import { SloTemplate } from './SloTemplate';

const templatesKey = 'engineeringOwner.slos.templates';

const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object',
);

/** Keys of a template; one further key names the source: `prometheus: default`. */
const templateSchema = z.object({
  name: z
    .string('a name, for example availability')
    .regex(
      /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$/,
      'a name of letters, digits, ".", "_" and "-"',
    ),
  title: z.string('a text').optional(),
  filter: jsonObject,
  entityLabel: z
    .string('the metric label that holds the entity, for example service')
    .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'a metric label, for example service'),
  entityValue: z
    .string('a path in the entity, for example metadata.name')
    .default('metadata.name'),
  indicator: jsonObject,
  objective: z.coerce
    .number('a percentage, for example 99.9')
    .gt(0, 'a percentage above 0')
    .lt(100, 'a percentage below 100: no budget would be left at 100'),
  window: z.custom<JsonValue>(
    value => value !== undefined && value !== null,
    'a duration, for example 30d',
  ),
  alerting: z.string('the name of an alert policy').optional(),
});

const templateKeys = new Set(Object.keys(templateSchema.shape));

/**
 * The templates in app-config. A wrong one disables only itself and is told
 * with its place and value.
 */
export function readTemplates(
  config: Config,
  problems: ConfigProblems,
): SloTemplate[] {
  const value = readOptional(config, templatesKey, problems);
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    problems.add({
      place: templatesKey,
      kind: kindOfValue(value),
      expected: 'a list of templates',
    });
    return [];
  }
  const templates = new Map<string, SloTemplate>();
  for (const [index, each] of value.entries()) {
    const place = `${templatesKey}[${index}]`;
    const template = readTemplate(each, place, problems);
    if (!template) {
      continue;
    }
    if (templates.has(template.name)) {
      problems.add({
        place: `${place}.name`,
        value: template.name,
        expected: 'a name that no other template has; the first one is used',
      });
      continue;
    }
    templates.set(template.name, template);
  }
  return [...templates.values()];
}

function readTemplate(
  value: JsonValue,
  place: string,
  problems: ConfigProblems,
): SloTemplate | undefined {
  const parsed = templateSchema.safeParse(value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problems.add({
        place: [place, ...issue.path].join('.'),
        ...(issue.path.length
          ? { value: valueAt(value, issue.path) }
          : { kind: kindOfValue(value) }),
        expected: issue.message,
      });
    }
    return undefined;
  }
  const { filter, window, title, objective, ...rest } = parsed.data;
  const refuse = (key: string, expected: string, error?: unknown) => {
    problems.add({
      place: `${place}.${key}`,
      value: valueAt(value, [key]),
      expected,
      error,
    });
    return undefined;
  };
  const attempt = <T>(key: string, expected: string, read: () => T) => {
    try {
      return read();
    } catch (error) {
      return refuse(key, expected, error);
    }
  };

  const [sourceKey, ...unknown] = Object.keys(jsonObject.parse(value)).filter(
    key => !templateKeys.has(key),
  );
  const source = sourceKey ? readSource(value, sourceKey) : undefined;
  if (unknown.length || (sourceKey && !source)) {
    return refuse(
      unknown.at(0) ?? sourceKey,
      `one of the keys ${[...templateKeys].join(
        ', ',
      )}, or the name of a source such as prometheus: default`,
    );
  }
  const readFilter = attempt(
    'filter',
    'a filter predicate such as {kind: component}',
    () => parseFilterPredicate(filter),
  );
  const readSpan = attempt(
    'window',
    'a duration, for example 30d, or {calendar: {duration: 1M, startTime: "2026-01-01 00:00:00", timeZone: Europe/Berlin}}',
    () => readWindow(window),
  );
  if (readFilter === undefined || !readSpan) {
    return undefined;
  }
  return {
    ...rest,
    title: title ?? rest.name,
    place,
    filter: readFilter,
    ...(source && { source }),
    objective: Number((objective / 100).toFixed(12)),
    window: readSpan,
  };
}

function readSource(template: JsonValue, type: string): SourceRef | undefined {
  const name = valueAt(template, [type]);
  return typeof name === 'string' ? { type, name } : undefined;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}

import { Json } from './json';
import { Parameter } from './operation';

/** Reads text the way its schema means it; text that does not fit stays. */
function typed(text: string, type: Json | undefined): Json {
  if (type === 'integer' && /^-?\d+$/.test(text)) {
    return Number(text);
  }
  if (type === 'boolean' && /^(true|false)$/.test(text)) {
    return text === 'true';
  }
  return text;
}

/**
 * The values to hold against the parameter's schema. The document calls some
 * repeated parameters arrays and others strings; the latter are checked one by
 * one, and so is `uniqueItems`, which means nothing on a string.
 */
export function parameterValues(
  parameter: Parameter,
  texts: string[],
): { values: Json[]; problems: string[] } {
  const { schema, name } = parameter;
  const parts = parameter.commaSeparated
    ? texts.flatMap(text => text.split(','))
    : texts;
  const repeated = parts.find((text, at) => parts.indexOf(text) !== at);
  const problems =
    schema.uniqueItems === true && repeated !== undefined
      ? [`${name}: "${repeated}" is given twice`]
      : [];
  if (schema.type === 'array') {
    return { values: [parts], problems };
  }
  if (parts.length > 1 && !name.endsWith('[]') && !parameter.commaSeparated) {
    return { values: [], problems: [`${name} is given ${parts.length} times`] };
  }
  return { values: parts.map(text => typed(text, schema.type)), problems };
}

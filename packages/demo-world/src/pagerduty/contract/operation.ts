import {
  Json,
  JsonObject,
  listOf,
  objectOf,
  pointerKey,
  valueAt,
} from './json';

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  /** Commas separate the values of one occurrence. */
  commaSeparated: boolean;
  schema: JsonObject;
}

/** Where an operation stands in the document. */
export interface Operation {
  pointer: string;
  parameters: Parameter[];
  definition: JsonObject;
}

/** Follows references until there is none. */
export function resolved(
  document: JsonObject,
  pointer: string,
): { pointer: string; value: JsonObject } {
  const value = objectOf(valueAt(document, pointer));
  return typeof value.$ref === 'string'
    ? resolved(document, value.$ref.replace(/^#/, ''))
    : { pointer, value };
}

/** A literal path wins over one with parameters. */
function templateOf(document: JsonObject, path: string): string | undefined {
  const segments = path.split('/');
  const fitting = Object.keys(objectOf(document.paths)).filter(template => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, at) => part === segments[at] || /^\{.*\}$/.test(part))
    );
  });
  return fitting.sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

function parameterOf(document: JsonObject, pointer: string): Parameter {
  const { value } = resolved(document, pointer);
  return {
    name: String(value.name),
    in: String(value.in),
    required: value.required === true,
    commaSeparated: value.explode === false,
    schema: objectOf(value.schema),
  };
}

/** The operation for a method and path; undefined when there is none. */
export function operationOf(
  document: JsonObject,
  method: string,
  path: string,
): Operation | undefined {
  const template = templateOf(document, path);
  if (!template) {
    return undefined;
  }
  const pathPointer = `/paths/${pointerKey(template)}`;
  const pointer = `${pathPointer}/${method.toLowerCase()}`;
  const definition = valueAt(document, pointer);
  if (!definition) {
    return undefined;
  }
  const parametersAt = (place: string) =>
    listOf(valueAt(document, `${place}/parameters`)).map((_: Json, position) =>
      parameterOf(document, `${place}/parameters/${position}`),
    );
  return {
    pointer,
    definition: objectOf(definition),
    parameters: [...parametersAt(pathPointer), ...parametersAt(pointer)],
  };
}

import { readFileSync } from 'fs';
import { Json, JsonObject, keysOf, objectOf, valueAt } from './json';
import { ContractChange, contractPatch } from './patch';

function replaceAt(document: Json, keys: string[], value: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) {
    return value;
  }
  if (Array.isArray(document)) {
    return document.map((item, position) =>
      position === Number(key) ? replaceAt(item, rest, value) : item,
    );
  }
  const object = objectOf(document);
  return { ...object, [key]: replaceAt(object[key], rest, value) };
}

/**
 * The document with the changes made.
 *
 * @throws Error that names the change whose place the document does not have.
 */
export function patched(document: Json, changes: ContractChange[]): JsonObject {
  return objectOf(
    changes.reduce((current, { pointer, becomes, reason }) => {
      const official = valueAt(current, pointer);
      if (official === undefined) {
        throw new Error(
          `The contract has nothing at "${pointer}", which was to be changed because: ${reason}`,
        );
      }
      const value = typeof becomes === 'function' ? becomes(official) : becomes;
      return replaceAt(current, keysOf(pointer), value);
    }, document),
  );
}

/** Reads PagerDuty's OpenAPI document and makes our changes to it. */
export function readDocument(path: string): JsonObject {
  const document: Json = JSON.parse(readFileSync(path, 'utf8'));
  return patched(document, contractPatch);
}

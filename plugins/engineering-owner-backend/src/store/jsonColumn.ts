import { ZodType } from 'zod';

/**
 * Reads a JSON column. What does not parse was written by another version of
 * this plugin; the caller gets `undefined` and reads it again from its source.
 */
export function parseJsonColumn<T>(
  schema: ZodType<T>,
  text: string | null | undefined,
): T | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

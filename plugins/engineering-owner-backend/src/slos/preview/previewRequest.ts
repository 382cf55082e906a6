import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { SloWindow } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { readWindow } from '../readWindow';

const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object such as {ratio: {total, bad}}',
);

const templateSchema = z.strictObject({
  indicator: jsonObject,
  objective: z
    .number('a percentage, for example 99.9')
    .gt(0, 'a percentage above 0')
    .lt(100, 'a percentage below 100: no budget would be left at 100'),
  window: z.union(
    [
      z.string().max(40),
      z.record(z.string(), z.number()),
      z.strictObject({
        calendar: z.record(z.string(), z.string().max(60)),
      }),
    ],
    'a duration, for example 30d',
  ),
  entityLabel: z
    .string('a metric label, for example service')
    .max(255)
    .optional(),
  prometheus: z.string('the name of an instance').max(255).optional(),
});

/** The body of a preview: documents, or a template as app-config writes one. */
export const previewRequestSchema = z.strictObject({
  entityRef: z
    .string('an entity ref, for example component:default/checkout')
    .max(800),
  definitions: z.string('the text of OpenSLO documents').optional(),
  template: templateSchema.optional(),
});

/** A template that somebody tries out. */
export interface PreviewTemplate {
  indicator: JsonObject;
  /** Fraction. */
  objective: number;
  window: SloWindow;
  entityLabel?: string;
  prometheus?: string;
}

/** What is to be evaluated, for which entity. */
export type PreviewRequest = { entityRef: string } & (
  | { definitions: string }
  | { template: PreviewTemplate }
);

/**
 * Reads the body of `POST /v1/slos/preview`.
 *
 * @throws InputError
 */
export function readPreviewRequest(body: unknown): PreviewRequest {
  const parsed = previewRequestSchema.safeParse(body);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      path.length
        ? `"${path.join('.')}" is not usable; expected ${message}`
        : `The body is not usable; expected {entityRef, definitions} or {entityRef, template}: ${message}`,
    );
  }
  const { definitions, template } = parsed.data;
  const entityRef = readRef(parsed.data.entityRef);
  if (definitions !== undefined && template === undefined) {
    return { entityRef, definitions };
  }
  if (template !== undefined && definitions === undefined) {
    return {
      entityRef,
      template: {
        ...template,
        objective: Number((template.objective / 100).toFixed(12)),
        window: windowOf(template.window),
      },
    };
  }
  throw new InputError(
    'The body has to have either "definitions" or "template" beside "entityRef"',
  );
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `"entityRef" is ${JSON.stringify(
        text.slice(0, 100),
      )}; expected kind, namespace and name, for example component:default/checkout`,
    );
  }
}

function windowOf(window: JsonValue): SloWindow {
  try {
    return readWindow(window);
  } catch (error) {
    throw new InputError(
      `"template.window" is ${JSON.stringify(window).slice(
        0,
        100,
      )}; expected a duration, for example 30d`,
      error,
    );
  }
}

import { JsonObject } from '@backstage/types';
import {
  OpenSloDefinition,
  Problem,
  problemSchema,
  SloOrigin,
  SloWindow,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';

/** An objective that a document gives an entity. */
export interface DocumentDefinition {
  /** Unique within the entity. */
  name: string;
  title: string;
  /** Fraction. */
  objective: number;
  window: SloWindow;
  indicator: JsonObject;
  source: OpenSloDefinition['source'];
  /** Where the indicator stands, for messages: file and line, or an entity. */
  indicatorPlace: string;
  definedBy: SloOrigin;
  /** Why it cannot be measured, when the document says so already. */
  refused?: Problem;
}

const windowShape = { duration: z.string(), seconds: z.number() };

/** As it is stored. */
export const documentDefinitionSchema: z.ZodType<DocumentDefinition> = z.object(
  {
    name: z.string(),
    title: z.string(),
    objective: z.number(),
    window: z.discriminatedUnion('type', [
      z.object({ type: z.literal('rolling'), ...windowShape }),
      z.object({
        type: z.literal('calendar'),
        ...windowShape,
        startTime: z.string(),
        timeZone: z.string(),
      }),
    ]),
    indicator: z.record(z.string(), z.json()),
    source: z.object({
      type: z.literal('prometheus'),
      name: z.string().optional(),
    }),
    indicatorPlace: z.string(),
    definedBy: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('document'),
        name: z.string(),
        place: z.string(),
        url: z.string().optional(),
        line: z.number().optional(),
      }),
      z.object({
        type: z.literal('entity'),
        name: z.string(),
        place: z.string(),
      }),
    ]),
    refused: problemSchema.optional(),
  },
);

import { InputError } from '@backstage/errors';
import { sloVerdictCodes } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';

/** The most SLOs of one page. */
const largestPage = 200;

const states = [
  'invalid',
  'pending',
  'query_error',
  'stale',
  'no_data',
  'no_traffic',
  'partial',
  'low_traffic',
  'ok',
] as const;
const tones = ['act_now', 'look_today', 'unknown', 'fine'] as const;

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `a whole number from ${from} to ${to}`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(from, `a whole number from ${from} to ${to}`)
        .max(to, `a whole number from ${from} to ${to}`),
    );

/** A parameter may be given once or several times; any of them will do. */
const many = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(each).optional(),
  );

const querySchema = z.strictObject({
  filter: many(z.string().max(2000)),
  owner: many(z.string().max(500)),
  state: many(z.enum(states, `one of ${states.join(', ')}`)),
  tone: many(z.enum(tones, `one of ${tones.join(', ')}`)),
  code: many(z.enum(sloVerdictCodes, `one of ${sloVerdictCodes.join(', ')}`)),
  offset: whole(0, 9_999_999).optional(),
  limit: whole(1, largestPage).optional(),
});

/** One alternative of a filter over entities: all of its fields have to match. */
export type EntityFilter = Record<string, string | string[]>;

/** What a list is asked for. */
export interface ListQuery {
  /** Any of them; absent: of every entity. */
  entities?: EntityFilter[];
  state?: string[];
  tone?: string[];
  code?: string[];
  offset: number;
  limit: number;
}

/** Fields of entities that the catalog can be asked by. */
const field = /^(kind|apiVersion|(metadata|spec|relations)\.[^\s=]+)$/i;

/**
 * Reads the query of `GET /v1/slos`.
 *
 * @throws InputError that names the parameter and what would be right
 */
export function readListQuery(query: unknown): ListQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      issue.code === 'unrecognized_keys'
        ? `There is no query parameter "${issue.keys[0]}"; there are: filter, owner, state, tone, code, offset, limit`
        : `The query parameter "${issue.path
            .slice(0, 1)
            .join('.')}" is not usable; expected ${issue.message}`,
    );
  }
  const { filter, owner, offset = 0, limit = 50, ...verdict } = parsed.data;
  const filters = filter?.map(readFilter);
  if (owner && filters?.some(each => Object.keys(each).some(isOwnerField))) {
    // The catalog takes any of a field's values, so both cannot be asked for.
    throw new InputError(
      'The query parameters "owner" and "filter" both name the owner; leave out "owner", or relations.ownedBy of the filter',
    );
  }
  const owned = owner && { 'relations.ownedBy': owner };
  const entities =
    filters || owned
      ? (filters ?? [{}]).map(each => ({ ...each, ...owned }))
      : undefined;
  return { ...verdict, ...(entities && { entities }), offset, limit };
}

function isOwnerField(key: string): boolean {
  return key.toLowerCase() === 'relations.ownedby';
}

/** `kind=component,metadata.namespace=default`: as the catalog's own. */
function readFilter(text: string): EntityFilter {
  const filter: EntityFilter = {};
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (at < 0 || value === '' || !field.test(key)) {
      throw new InputError(
        `The query parameter "filter" has ${JSON.stringify(
          part,
        )}; expected a field of the entity and its value, such as kind=component, metadata.name=checkout or spec.type=service`,
      );
    }
    const other = filter[key];
    filter[key] = other === undefined ? value : [other, value].flat();
  }
  return filter;
}

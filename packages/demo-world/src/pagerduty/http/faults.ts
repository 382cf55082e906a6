import { z } from 'zod';

const target = {
  /** Only paths that start like this; every path when absent. */
  pathPrefix: z.string().startsWith('/').optional(),
  /** How many requests it hits; until cleared when absent. */
  requests: z.number().int().positive().optional(),
};

/** Every fault that can be switched on; `POST /_simulator/faults` takes one. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate_limited'), ...target }),
  z.strictObject({ kind: z.literal('rate_limited_bare'), ...target }),
  z.strictObject({
    kind: z.literal('server_error'),
    status: z.number().int().min(500).max(599).default(500),
    ...target,
  }),
  z.strictObject({
    kind: z.literal('slow'),
    milliseconds: z.number().int().positive(),
    ...target,
  }),
  z.strictObject({ kind: z.literal('malformed_json'), ...target }),
  z.strictObject({ kind: z.literal('missing_scope'), ...target }),
  z.strictObject({ kind: z.literal('missing_ability'), ...target }),
  z.strictObject({ kind: z.literal('revoked_token'), ...target }),
  z.strictObject({ kind: z.literal('expired_oauth_token') }),
]);

/** A fault as written by whoever switches it on. */
export type FaultInput = z.input<typeof faultSchema>;

type Fault = z.output<typeof faultSchema>;
/** A fault that hits requests (an expired token happens once, at once). */
export type RequestFault = Exclude<Fault, { kind: 'expired_oauth_token' }>;

/** What is switched on at the moment. */
export class Faults {
  private active: RequestFault[] = [];

  constructor(private readonly expireTokens: () => void) {}

  /**
   * Switches a fault on.
   *
   * @throws ZodError when it is no fault we know.
   */
  set(input: FaultInput): void {
    const fault = faultSchema.parse(input);
    if (fault.kind === 'expired_oauth_token') {
      this.expireTokens();
    } else {
      this.active = [...this.active, fault];
    }
  }

  clear(): void {
    this.active = [];
  }

  list(): RequestFault[] {
    return this.active;
  }

  /** The faults that hit a request to this path; each use counts. */
  hitting(path: string): RequestFault[] {
    const hits = this.active.filter(({ pathPrefix }) =>
      path.startsWith(pathPrefix ?? '/'),
    );
    this.active = this.active.flatMap(fault => {
      if (!hits.includes(fault) || fault.requests === undefined) {
        return [fault];
      }
      return fault.requests > 1
        ? [{ ...fault, requests: fault.requests - 1 }]
        : [];
    });
    return hits;
  }
}

import { z } from 'zod';

/** A name that records are kept under. */
export const key = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'is no name');

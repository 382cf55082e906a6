import express, { Request, Response } from 'express';
import { withinTime } from './withinTime';

/** An event has at most 55 kB or so; the rest is room. */
const LIMIT = '1mb';

/**
 * Whatever the type, since signatures are over the bytes. Nothing is inflated:
 * a small body must not become a large one.
 */
const parse = express.raw({ type: () => true, limit: LIMIT, inflate: false });

/** The bytes of a request, or why they cannot be had. */
export async function readRawBody(
  req: Request,
  res: Response,
  milliseconds: number,
): Promise<Buffer | 'empty' | 'malformed' | 'too_large' | 'too_slow'> {
  const failure = await withinTime(
    milliseconds,
    new Promise<{ status?: unknown } | undefined>(resolve => {
      parse(req, res, resolve);
    }),
  );
  if (failure === 'too_slow') {
    return failure;
  }
  if (failure) {
    return failure.status === 413 ? 'too_large' : 'malformed';
  }
  return Buffer.isBuffer(req.body) && req.body.length > 0 ? req.body : 'empty';
}

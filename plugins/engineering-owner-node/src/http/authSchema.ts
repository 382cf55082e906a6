import { z } from 'zod';
import { HttpAuth } from './HttpServer';
import { isToken } from './token';

const bearer = z
  .strictObject({
    type: z.literal('bearer'),
    // Files that the configuration includes often end in a line break.
    token: z
      .string()
      .trim()
      .refine(isToken, 'expected printable characters without spaces')
      .optional(),
    tokenFile: z.string().min(1).optional(),
  })
  .refine(
    ({ token, tokenFile }) =>
      (token === undefined) !== (tokenFile === undefined),
    'expected either token or tokenFile beside type bearer',
  );

/**
 * How requests are signed: key `auth` of a configured server.
 *
 * @public
 */
export const authSchema = z
  .discriminatedUnion(
    'type',
    [
      z.strictObject({ type: z.literal('none') }),
      bearer,
      z.strictObject({
        type: z.literal('basic'),
        username: z
          .string()
          .regex(
            /^[^:]*$/,
            'expected a name without a colon, which would end it',
          ),
        password: z.string(),
      }),
    ],
    {
      error:
        'expected type none, bearer (with token or tokenFile) or basic (with username and password)',
    },
  )
  .transform((auth): HttpAuth => {
    if (auth.type !== 'bearer') {
      return auth;
    }
    const { type, token, tokenFile } = auth;
    return token === undefined
      ? { type, tokenFile: tokenFile ?? '' }
      : { type, token };
  });

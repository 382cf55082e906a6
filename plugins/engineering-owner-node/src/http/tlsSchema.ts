import { createPrivateKey, X509Certificate } from 'crypto';
import { z } from 'zod';
import { HttpTls, Pem } from './HttpServer';

const certificate = pem(
  text => new X509Certificate(text),
  'expected a PEM certificate, or the path of a file that holds one',
);
const privateKey = pem(
  text => createPrivateKey(text),
  'expected an unencrypted PEM key, or the path of a file that holds one',
);

/**
 * How the connection is secured: key `tls` of a configured server.
 *
 * @public
 */
export const tlsSchema = z
  .strictObject({
    ca: certificate.optional(),
    cert: certificate.optional(),
    key: privateKey.optional(),
    serverName: z.string().min(1).optional(),
    insecureSkipVerify: z.boolean().default(false),
  })
  .superRefine(({ cert, key }, context) => {
    if ((cert === undefined) !== (key === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [cert === undefined ? 'cert' : 'key'],
        message: 'cert and key belong together: expected both or neither',
      });
    }
  })
  .transform(
    ({ cert, key, ...rest }): HttpTls => ({
      ...rest,
      ...(cert && key && { client: { cert, key } }),
    }),
  );

/** Inline, or a file. What is inline is looked at now, a file when it is read. */
function pem(check: (text: string) => unknown, expected: string) {
  return z
    .string()
    .min(1, expected)
    .transform((text, context): Pem => {
      if (!text.includes('-----BEGIN')) {
        return { file: text };
      }
      try {
        check(text);
      } catch {
        // The reason quotes the text, which may be a key.
        context.addIssue({ code: 'custom', message: expected });
      }
      return { text };
    });
}

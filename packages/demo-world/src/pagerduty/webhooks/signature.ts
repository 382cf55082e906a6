import { createHmac, timingSafeEqual } from 'crypto';

/** The value of `X-PagerDuty-Signature` for a raw body, one per secret. */
export function signatureOf(body: string, ...secrets: string[]): string {
  return secrets
    .map(
      secret => `v1=${createHmac('sha256', secret).update(body).digest('hex')}`,
    )
    .join(',');
}

/** Whether any of the header's signatures is right for the raw body. */
export function isSignedWith(
  header: string,
  body: string,
  secret: string,
): boolean {
  const expected = Buffer.from(signatureOf(body, secret));
  return header
    .split(',')
    .map(signature => Buffer.from(signature.trim()))
    .some(
      given =>
        given.length === expected.length && timingSafeEqual(given, expected),
    );
}

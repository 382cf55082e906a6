import { createHmac, timingSafeEqual } from 'crypto';

/** More in one header are no rotation: each is compared with each secret. */
const MOST_SIGNATURES = 20;
const SHA256_HEX = /^[0-9a-f]{64}$/i;

/**
 * Whether any signature of the header `v1=…,v1=…` is the body's by any of the
 * secrets. How long that takes tells nothing of how much of one is right.
 */
export function isSigned(
  header: string,
  body: Uint8Array,
  secrets: readonly string[],
): boolean {
  const given = header
    .split(',', MOST_SIGNATURES)
    .map(part => part.trim())
    .filter(part => part.startsWith('v1='))
    .map(part => part.slice('v1='.length))
    .filter(hex => SHA256_HEX.test(hex))
    .map(hex => Buffer.from(hex, 'hex'));
  let isRight = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(body).digest();
    for (const signature of given) {
      isRight = timingSafeEqual(signature, expected) || isRight;
    }
  }
  return isRight;
}

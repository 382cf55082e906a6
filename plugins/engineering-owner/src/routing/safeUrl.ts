const SAFE_PROTOCOLS = ['http:', 'https:'];

/**
 * The one check every address that comes from data passes before it becomes a
 * link or a picture: http and https only. `base` resolves relative addresses.
 */
export function safeUrl(
  address: string | undefined,
  base?: string,
): string | undefined {
  if (!address) {
    return undefined;
  }
  try {
    const url = new URL(address, base);
    return SAFE_PROTOCOLS.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

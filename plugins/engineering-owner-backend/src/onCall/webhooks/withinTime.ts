/** What a promise resolves to, or `too_slow`; it is not ended by that. */
export async function withinTime<T>(
  milliseconds: number,
  promise: Promise<T>,
): Promise<T | 'too_slow'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too_slow'>(resolve => {
    timer = setTimeout(() => resolve('too_slow'), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

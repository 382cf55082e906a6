/** Quantiles of how long requests took, in milliseconds. */
export interface Latency {
  p50: number;
  p99: number;
}

/** Asks for something again and again, each time of another entity. */
export async function measureGets(options: {
  url: string;
  names: string[];
  path: (name: string) => string;
  count: number;
}): Promise<Latency> {
  const { url, names, path, count } = options;
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const address = `${url}${path(names[(i * 7919) % names.length])}`;
    const start = performance.now();
    const response = await fetch(address);
    const text = await response.text();
    times.push(performance.now() - start);
    if (!response.ok) {
      throw new Error(`${address} answered ${response.status}: ${text}`);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))];
  return { p50: at(0.5), p99: at(0.99) };
}

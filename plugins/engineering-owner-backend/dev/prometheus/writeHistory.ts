import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { blockRanges, createBlocks } from '@engineering-owner/demo-world';

const MINUTE = 60;
const DAY = 86_400;

/** A span of time, in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** Lines are gathered up to so many bytes before they are written. */
const bufferBytes = 1 << 20;
const longestEnding = 48;

/**
 * Writes what services would have been scraped of: two counters each, of
 * requests answered and failed, once a minute. As many samples as a month of
 * many services has; nothing else about them matters.
 *
 * @returns the number of samples
 */
export async function writeHistory(options: {
  names: string[];
  span: Span;
  databaseDir: string;
  textDir: string;
  onProgress: (done: number) => void;
}): Promise<number> {
  const { names, span, databaseDir, textDir, onProgress } = options;
  let samples = 0;
  let packing: Promise<void> = Promise.resolve();
  const ranges = blockRanges(span.from * 1000, span.to * 1000);
  for (const [i, range] of ranges.entries()) {
    const file = join(textDir, `${i}.txt`);
    samples += writeText(file, names, span.from, {
      from: range.from / 1000,
      to: range.to / 1000,
    });
    await packing;
    onProgress(i / ranges.length);
    packing = createBlocks(file, databaseDir).then(() => rmSync(file));
    packing.catch(() => {});
  }
  await packing;
  return samples;
}

function writeText(
  file: string,
  names: string[],
  since: number,
  { from, to }: Span,
): number {
  const handle = openSync(file, 'w');
  const buffer = Buffer.allocUnsafe(bufferBytes);
  let used = 0;
  let samples = 0;
  const flush = () => {
    writeSync(handle, buffer, 0, used);
    used = 0;
  };
  used += buffer.write('# TYPE http_requests_total unknown\n', used);
  for (const [index, name] of names.entries()) {
    for (const code of ['200', '500']) {
      const series = `http_requests_total{service="${name}",instance="10.0.0.1:8080",code="${code}"} `;
      const prefix = Buffer.from(series);
      const offset = (index * 7) % MINUTE;
      const first = Math.floor(from / MINUTE) * MINUTE + offset;
      for (let time = first; time <= to; time += MINUTE) {
        if (time > from) {
          if (used + prefix.length + longestEnding > bufferBytes) {
            flush();
          }
          buffer.set(prefix, used);
          used += prefix.length;
          const value = counterAt(index, code, time - since);
          used += buffer.write(`${value} ${time}\n`, used, 'latin1');
          samples += 1;
        }
      }
    }
  }
  used += buffer.write('# EOF\n', used);
  flush();
  closeSync(handle);
  return samples;
}

/** Requests by the minute follow the day; one in two thousand fails. */
function counterAt(index: number, code: string, seconds: number): number {
  const perMinute = 20 + ((index * 37) % 400);
  const wave = (DAY / (2 * Math.PI)) * Math.sin((2 * Math.PI * seconds) / DAY);
  const requests = (perMinute / MINUTE) * (seconds + 0.7 * (wave + DAY));
  return Math.floor(code === '500' ? requests / 2000 : requests);
}

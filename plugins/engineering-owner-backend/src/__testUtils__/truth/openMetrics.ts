import { Incarnation, TrueService } from './TrueService';

/** When samples are taken, and when they are not. */
export interface Scraping {
  everySeconds: number;
  /** A stretch in which nothing at all was scraped. */
  gap: { from: number; to: number };
  /** What one event adds to a counter. */
  unit: number;
}

/** Lines by metric family and series, since the format wants them together. */
class Exposition {
  readonly #families = new Map<string, Map<string, string[]>>();

  /** Takes samples of one series. */
  series(family: string, labels: Record<string, string>) {
    const text = `${family}{${labelText(labels)}}`;
    const ofFamily = this.#families.get(family) ?? new Map<string, string[]>();
    this.#families.set(family, ofFamily);
    const lines = ofFamily.get(text) ?? [];
    ofFamily.set(text, lines);
    return (time: number, value: number) => {
      lines.push(`${text} ${value} ${time}\n`);
    };
  }

  text(): string {
    const families = [...this.#families].map(([family, series]) => {
      const lines = [...series.values()].flat().join('');
      return lines && `# TYPE ${family} unknown\n${lines}`;
    });
    return `${families.join('')}# EOF\n`;
  }
}

/** OpenMetrics text of what was scraped of the services in [from, to). */
export function openMetricsText(
  services: TrueService[],
  scraping: Scraping,
  range: { from: number; to: number },
): string {
  const exposition = new Exposition();
  for (const service of services) {
    for (const incarnation of service.incarnations) {
      addIncarnation(exposition, service, incarnation, scraping, range);
    }
  }
  return exposition.text();
}

function addIncarnation(
  exposition: Exposition,
  service: TrueService,
  incarnation: Incarnation,
  { everySeconds, gap, unit }: Scraping,
  range: { from: number; to: number },
): void {
  const { events, scrapedAt } = service;
  const { countsFrom, pod = { index: 0, of: 1 } } = incarnation;
  const to = Math.min(incarnation.to, range.to);
  const share = (count: number) => Math.floor((count + pod.index) / pod.of);
  const zero = {
    good: share(events.goodUntil(countsFrom)),
    bad: share(events.badUntil(countsFrom)),
  };
  const write = writerOf(exposition, service, incarnation);
  const offset = scrapedAt % everySeconds;
  const first = Math.ceil(
    (Math.max(incarnation.from, range.from) - offset) / everySeconds,
  );
  for (let i = first; i * everySeconds + offset < to; i++) {
    const time = i * everySeconds + offset;
    if (time < gap.from || time >= gap.to) {
      const good = share(events.goodUntil(time)) - zero.good;
      const bad = share(events.badUntil(time)) - zero.bad;
      write(time, good * unit, bad * unit);
    }
  }
}

type Writer = (time: number, good: number, bad: number) => void;

function writerOf(
  exposition: Exposition,
  { name, exposes }: TrueService,
  incarnation: Incarnation,
): Writer {
  const labels = { service: name, ...incarnation.labels };
  const { metric } = exposes;
  if (exposes.kind === 'requests') {
    const fine = exposition.series(metric, { ...labels, code: '200' });
    const failed = exposition.series(metric, { ...labels, code: '500' });
    return (time, good, bad) => {
      fine(time, good);
      if (bad > 0) {
        // As with any client library: no series before the first of its kind.
        failed(time, bad);
      }
    };
  }
  const buckets = `${metric}_bucket`;
  const all = exposition.series(buckets, { ...labels, le: '+Inf' });
  const count = exposition.series(`${metric}_count`, labels);
  return (time, good, bad) => {
    const le = exposes.boundAt(time);
    exposition.series(buckets, { ...labels, le })(time, good);
    all(time, good + bad);
    count(time, good + bad);
  };
}

function labelText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([label, value]) => {
      const escaped = value
        .replace(/\\/g, '\\\\')
        .replace(/"/g, '\\"')
        .replace(/\n/g, '\\n');
      return `${label}="${escaped}"`;
    })
    .join(',');
}

import { services } from '../../world/world';
import { day, hour, minute } from '../durations';
import { newRecord, withRun, withSignOfLife } from '../record';
import { samplesAt } from '../series';
import { steadyNoise } from './noise';
import { createModel, truth, type Model } from './model';

/** A Monday morning; the stories must hold at any other time as well. */
const created = Date.UTC(2026, 2, 16, 9, 41, 7);

const fresh = createModel(newRecord(created));

/** The same world, started again later, after a short first run. */
function startedAgain(after: number): { model: Model; now: number } {
  const now = created + after;
  const first = withSignOfLife(newRecord(created), created + hour);
  const record = withRun(first, {
    settledUntil: created + hour,
    startedAt: now,
  });
  return { model: createModel(record), now };
}

function burn(
  model: Model,
  service: string,
  now: number,
  window: number,
  budget = 0.001,
): number {
  const { bad, total } = truth(model, service, now - window, now);
  return bad / total / budget;
}

function slowBurn(model: Model, service: string, now: number, window: number) {
  const { slow, total } = truth(model, service, now - window, now);
  return slow / total / 0.01;
}

function fell(before: number[], now: number[]): boolean {
  return now.some((count, i) => count < before[i]);
}

describe('counters', () => {
  it.each(fresh.instrumented.map(one => [one.service.name, one] as const))(
    'of %s never go down and are whole',
    (name, { counters }) => {
      const wrong: string[] = [];
      let before = counters.at(0);
      for (let t = created - 31 * day; t < created + 10 * day; ) {
        const now = counters.at(t);
        if (!now.every(Number.isInteger) || fell(before, now)) {
          wrong.push(`${before} to ${now} at ${t}`);
        }
        before = now;
        t += 1 + Math.floor(steadyNoise(name, t) * 40 * minute);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('answer the same whatever was asked before', () => {
    const one = fresh.instrumented[0];
    const late = one.counters.at(created);
    one.counters.at(created - 20 * day);
    expect(one.counters.at(created)).toEqual(late);
  });

  it('count at the rate that the cast says, day and night together', () => {
    const lasting = fresh.instrumented.filter(
      ({ service }) => !['new', 'no-traffic'].includes(service.story),
    );
    for (const { service } of lasting) {
      const { total } = truth(fresh, service.name, created - 28 * day, created);
      const perSecond = total / (28 * 24 * 3600);
      expect(perSecond / service.requestsPerSecond).toBeGreaterThan(0.8);
      expect(perSecond / service.requestsPerSecond).toBeLessThan(1.02);
    }
  });

  it('add up: a day is the sum of its hours', () => {
    for (const { service } of fresh.instrumented) {
      const whole = truth(fresh, service.name, created - day, created);
      let bad = 0;
      let total = 0;
      let slow = 0;
      for (let t = created - day; t < created; t += hour) {
        const part = truth(fresh, service.name, t, t + hour);
        bad += part.bad;
        total += part.total;
        slow += part.slow;
      }
      expect({ bad, total, slow }).toEqual(whole);
    }
  });

  it('keep what is settled when the world is started again', () => {
    const { model } = startedAgain(3 * day);
    for (const { service } of fresh.instrumented) {
      for (const t of [-30 * day, -7 * day, -9 * hour, -10 * minute, hour]) {
        const from = created - 31 * day;
        expect(truth(model, service.name, from, created + t)).toEqual(
          truth(fresh, service.name, from, created + t),
        );
      }
    }
  });
});

describe.each([
  ['at the first start', { model: fresh, now: created }],
  ['started again a minute later', startedAgain(hour + minute)],
  ['started again a day later', startedAgain(day)],
  ['started again three days later', startedAgain(3 * day)],
  ['started again a week later', startedAgain(7 * day - hour)],
])('%s', (_, { model, now }) => {
  it('checkout burns fast in both windows of the page pair', () => {
    expect(burn(model, 'checkout', now, hour)).toBeGreaterThan(15);
    expect(burn(model, 'checkout', now, 5 * minute)).toBeGreaterThan(15);
    expect(burn(model, 'checkout', now, 30 * day)).toBeLessThan(1);
  });

  it('product-pages burns slowly: only the pair of 3d and 6h sees it', () => {
    expect(burn(model, 'product-pages', now, 3 * day)).toBeGreaterThan(1.5);
    expect(burn(model, 'product-pages', now, 6 * hour)).toBeGreaterThan(1.5);
    expect(burn(model, 'product-pages', now, day)).toBeLessThan(3);
    expect(burn(model, 'product-pages', now, 30 * day)).toBeLessThan(1);
  });

  it('cart has overspent its month and is calm', () => {
    expect(burn(model, 'cart', now, 30 * day)).toBeGreaterThan(1.1);
    expect(burn(model, 'cart', now, 3 * day)).toBeLessThan(0.5);
  });

  it('payments-gateway recovers: three days are bad, six hours are not', () => {
    expect(burn(model, 'payments-gateway', now, 30 * day)).toBeLessThan(1);
    expect(burn(model, 'payments-gateway', now, 6 * hour)).toBeLessThan(1);
    expect(burn(model, 'payments-gateway', now, 3 * day)).toBeGreaterThan(1);
  });

  it('recommendations is slow and hardly fails', () => {
    expect(slowBurn(model, 'recommendations', now, 6 * hour)).toBeGreaterThan(
      5.6,
    );
    expect(
      slowBurn(model, 'recommendations', now, 30 * minute),
    ).toBeGreaterThan(5.6);
    expect(burn(model, 'recommendations', now, day)).toBeLessThan(0.5);
  });

  it('returns has had no traffic for a day, but had some this month', () => {
    expect(truth(model, 'returns', now - day, now).total).toBe(0);
    expect(truth(model, 'returns', now - 30 * day, now).total).toBeGreaterThan(
      1e6,
    );
  });

  it('gift-cards has a budget of fewer than ten events', () => {
    const { total } = truth(model, 'gift-cards', now - 30 * day, now);
    expect(total * 0.001).toBeLessThan(9.5);
    expect(total).toBeGreaterThan(7000);
  });

  it('fraud-check has never failed', () => {
    expect(truth(model, 'fraud-check', now - 31 * day, now).bad).toBe(0);
  });

  it('the others are healthy, fast and slow', () => {
    const ordinary = [
      'healthy',
      'mistyped-label',
      'on-call-gap',
      'stale-runbooks',
      'owner-left',
      'never-an-error',
      'new',
    ];
    const those = services.filter(({ story }) => ordinary.includes(story));
    for (const { name } of those) {
      expect(burn(model, name, now, 3 * day)).toBeLessThan(0.3);
      expect(burn(model, name, now, 30 * day)).toBeLessThan(0.3);
      expect(slowBurn(model, name, now, 30 * day)).toBeLessThan(0.5);
    }
  });
});

it('tells the stories at any hour of any day of the week', () => {
  for (let i = 0; i < 40; i++) {
    const now = created + Math.floor(i * 0.7 * day + i * 61 * minute);
    const model = createModel(newRecord(now));
    expect(burn(model, 'checkout', now, hour)).toBeGreaterThan(15);
    expect(burn(model, 'cart', now, 30 * day)).toBeGreaterThan(1.1);
    expect(burn(model, 'cart', now, 30 * day)).toBeLessThan(1.7);
    expect(burn(model, 'payments-gateway', now, day)).toBeGreaterThan(3);
    expect(burn(model, 'payments-gateway', now, 3 * day)).toBeGreaterThan(1);
    expect(burn(model, 'payments-gateway', now, 2 * hour)).toBeLessThan(1);
    expect(truth(model, 'gift-cards', now - 30 * day, now).total).toBeLessThan(
      9500,
    );
  }
});

it('goes on burning fast for as long as the demo runs', () => {
  for (let t = minute; t < 3 * day; t += 20 * minute) {
    expect(burn(fresh, 'checkout', created + t, hour)).toBeGreaterThan(14.4);
    expect(burn(fresh, 'checkout', created + t, 5 * minute)).toBeGreaterThan(
      14.4,
    );
  }
});

it('stops burning after a run, as far as the next one can see', () => {
  const { model, now } = startedAgain(day);
  expect(truth(model, 'checkout', created, created + hour).bad).toBeGreaterThan(
    1000,
  );
  expect(burn(model, 'checkout', now - 6 * hour, 6 * hour)).toBeLessThan(0.5);
});

describe('series', () => {
  const at = (service: string, time: number) => {
    const one = fresh.instrumented.find(i => i.service.name === service);
    return one ? samplesAt(one.service, one.counters, time) : [];
  };

  it('of fraud-check have no code 500 at all', () => {
    const codes = at('fraud-check', created).map(sample => sample.labels.code);
    expect(codes).toContain('200');
    expect(codes).not.toContain('500');
  });

  it('of loyalty begin three days ago', () => {
    expect(at('loyalty', created - 3 * day - 1)).toEqual([]);
    expect(at('loyalty', created - 3 * day + minute)).not.toEqual([]);
  });

  it('do not exist for a service that nobody has instrumented', () => {
    expect(at('invoice-export', created)).toEqual([]);
  });

  it('of shipping-quotes carry a new pod each day, which starts at zero', () => {
    const pods = new Set<string>();
    for (let d = 1; d <= 30; d++) {
      const samples = at('shipping-quotes', created - d * day);
      pods.add(samples[0].labels.pod);
      const ok = samples.find(sample => sample.labels.code === '200');
      expect(ok?.value).toBeLessThan(((2 * day) / 1000) * 18);
    }
    expect(pods.size).toBe(30);
  });

  it('of a new pod hold errors from the first scrape, which increase() loses', () => {
    const birth = Date.UTC(2026, 2, 15, 3, 17);
    const first = at('shipping-quotes', birth + minute);
    const failed = first.find(sample => sample.labels.code === '500');
    expect(failed?.value).toBeGreaterThan(100);
  });

  it('count the same requests in the histogram and by code, give or take rounding', () => {
    for (const { service } of fresh.instrumented) {
      const samples = at(service.name, created);
      const sum = (metric: string) =>
        samples
          .filter(sample => sample.metric === metric)
          .reduce((total, sample) => total + sample.value, 0);
      const difference =
        sum('http_requests_total') - sum('http_request_duration_seconds_count');
      expect(Math.abs(difference)).toBeLessThan(10);
    }
  });

  it('have buckets that never fall with their bound', () => {
    const buckets = at('checkout', created)
      .filter(({ metric }) => metric.endsWith('_bucket'))
      .map(({ value }) => value);
    expect(buckets).toHaveLength(7);
    expect([...buckets].sort((a, b) => a - b)).toEqual(buckets);
  });
});

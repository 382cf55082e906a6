import { JsonObject } from '@backstage/types';
import { compile } from './compile';

const instance = {
  source: { type: 'prometheus', name: 'default' },
  replicaLabels: [],
};

function compiled(
  indicator: JsonObject,
  overrides: { entityLabel?: string; replicaLabels?: string[] } = {},
) {
  return compile(
    {
      name: 'availability',
      place: 'engineeringOwner.slos.templates[1]',
      entityLabel: overrides.entityLabel ?? 'service',
      indicator,
    },
    { ...instance, replicaLabels: overrides.replicaLabels ?? [] },
  );
}

function idOf(...parameters: Parameters<typeof compiled>): string {
  const result = compiled(...parameters);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.group.id;
}

const ratio = { total: 'requests_total', bad: 'requests_total{code=~"5.."}' };
const latency = { histogram: 'request_duration_seconds', threshold: '300ms' };

describe('compile', () => {
  it('keeps an indicator as it was defined', () => {
    expect(compiled({ ratio })).toMatchObject({
      ok: true,
      group: {
        source: instance.source,
        entityLabel: 'service',
        indicator: { kind: 'ratio', ...ratio },
      },
    });
    expect(compiled({ latency })).toMatchObject({
      ok: true,
      group: {
        indicator: {
          kind: 'latency',
          histogram: 'request_duration_seconds',
          thresholdSeconds: 0.3,
        },
        compiled: { bound: 0.3, unit: 's' },
      },
    });
  });

  it('takes the unit of the bound from the histogram’s name', () => {
    expect(
      compiled({
        latency: { histogram: 'request_duration_ms', threshold: '0.3s' },
      }),
    ).toMatchObject({ group: { compiled: { bound: 300, unit: 'ms' } } });
  });

  it('gives equal queries of one source the same group, and others another', () => {
    expect(idOf({ ratio })).toBe(idOf({ ratio: { ...ratio } }));
    const ids = [
      idOf({ ratio }),
      idOf({ ratio: { ...ratio, bad: 'requests_total{code="500"}' } }),
      idOf({ ratio: { total: ratio.total, good: ratio.bad } }),
      idOf({ ratio }, { entityLabel: 'app' }),
      idOf({ ratio }, { replicaLabels: ['replica'] }),
      idOf({ latency }),
      idOf({ latency: { ...latency, threshold: '1s' } }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  const query = 'sum by (service) (increase(hits{a="b  c"}[{{.window}}]))';
  const part = 'sum by (service) (increase(errors[{{.window}}]))';

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a ratio',
      { ratio: { total: 'hits{a="1",b!="2"}', bad: 'hits{c="5"}' } },
      { ratio: { total: "hits{ b != '2' , a=`1` }", bad: 'hits{c="5",}' } },
    ],
    [
      'a ratio of metrics named by a matcher',
      { ratio: { total: '{__name__="hits"}', bad: 'hits' } },
      { ratio: { total: '{ __name__ = "hits" }', bad: 'hits' } },
    ],
    [
      'a latency',
      { latency },
      { latency: { ...latency, histogram: 'request_duration_seconds{ }' } },
    ],
    [
      'a query',
      { ratioQuery: { total: query, bad: part } },
      {
        ratioQuery: {
          total:
            '# all\n sum  by(service)(\n  increase( hits{a="b  c"}[{{ .window }}] ) )',
          bad: `${part} # errors`,
        },
      },
    ],
    [
      'a raw ratio',
      { rawRatio: { query: 'a / on (b) c', rawType: 'success' } },
      { rawRatio: { query: ' a/on(b)c # d', rawType: 'success' } },
    ],
    [
      'a gauge',
      { gauge: { up: 'up{a="b"}' } },
      { gauge: { up: 'up{a="b"} ' } },
    ],
  ])('keeps the history of %s that is only written otherwise', (_, a, b) => {
    expect(idOf(b)).toBe(idOf(a));
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'another matcher on the name',
      { gauge: { up: '{__name__="up",__name__!="a"}' } },
      { gauge: { up: '{__name__="up",__name__!="b"}' } },
    ],
    [
      'other spaces in a value',
      { ratioQuery: { total: query, bad: part } },
      { ratioQuery: { total: query.replace('b  c', 'b c'), bad: part } },
    ],
    [
      'two words instead of one',
      { rawRatio: { query: 'sum by (a) (b)', rawType: 'success' } },
      { rawRatio: { query: 'sum by (a) (b or b)', rawType: 'success' } },
    ],
  ])('begins a history anew with %s', (_, a, b) => {
    expect(idOf(b)).not.toBe(idOf(a));
  });

  it.each<[string, JsonObject, string]>([
    [
      'a syntax error',
      { ratio: { ...ratio, bad: 'requests_total{code=~}' } },
      'engineeringOwner.slos.templates[1].indicator.ratio.bad: "requests_total{code=~}" is no PromQL selector at character 22: syntax error at "}"',
    ],
    [
      'a finished query',
      { ratio: { ...ratio, total: 'rate(requests_total[5m])' } },
      'engineeringOwner.slos.templates[1].indicator.ratio.total: "rate(requests_total[5m])" is no PromQL selector at character 1: it is a function call',
    ],
    [
      'both bad and good',
      { ratio: { ...ratio, good: 'a' } },
      'indicator.ratio: both bad and good are given; write exactly one of them beside total',
    ],
    [
      'neither',
      { ratio: { total: 'a' } },
      'indicator.ratio: neither bad nor good is given',
    ],
    ['no total', { ratio: { bad: 'a' } }, 'indicator.ratio: expected {total'],
    [
      'an unknown key',
      { ratio: { ...ratio, errors: 'a' } },
      'Unrecognized key: "errors"',
    ],
    [
      'an unknown kind',
      { uptime: {} },
      'templates[1].indicator: expected exactly one of ratio, latency, ratioQuery, rawRatio, gauge, found "uptime"',
    ],
    ['two kinds', { ratio, latency }, 'found "ratio", "latency"'],
    ['nothing', {}, 'found nothing'],
    [
      'a series of a histogram',
      { latency: { ...latency, histogram: 'a_seconds_bucket' } },
      '"a_seconds_bucket" is one series of a histogram; write its name without _bucket',
    ],
    [
      'a histogram with a bound',
      { latency: { ...latency, histogram: 'a_seconds{le="1"}' } },
      'the label "le" is chosen by the threshold',
    ],
    [
      'a histogram named by a matcher',
      { latency: { ...latency, histogram: '{__name__="a_seconds"}' } },
      "does not begin with the histogram's name",
    ],
    [
      'a threshold without a unit',
      { latency: { ...latency, threshold: '300' } },
      'indicator.latency.threshold: "300" is no duration with a unit; write for example 300ms',
    ],
  ])('refuses %s, naming the place', (_, indicator, message) => {
    const result = compiled(indicator);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.problem.message).toContain(message);
  });

  it.each(['', 'a-b', 'service) or vector(1', '0a', 'engineering_owner_leg'])(
    'refuses %j as the name of a label',
    entityLabel => {
      const result = compiled({ ratio }, { entityLabel });
      expect(!result.ok && result.problem.message).toContain(
        `engineeringOwner.slos.templates[1].entityLabel: "${entityLabel}" cannot be the name of a label`,
      );
    },
  );
});

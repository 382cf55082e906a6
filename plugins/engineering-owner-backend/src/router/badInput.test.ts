import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { availability, service } from '../__testUtils__/simulation';
import { sourcesModule, startPlugin } from '../__testUtils__/startPlugin';
import { operations } from '../contract/operations';

jest.setTimeout(60_000);

let get: Awaited<ReturnType<typeof startPlugin>>['get'];

beforeAll(async () => {
  const source = new FakeSliSource();
  source.services.set('checkout', { total: 600 });
  ({ get } = await startPlugin({
    entities: [service('checkout')],
    config: { engineeringOwner: { slos: { templates: [availability] } } },
    features: [sourcesModule(sources => sources.addSliSource(source))],
  }));
});

const junk = [
  '',
  '0',
  '-1',
  '1e999',
  '99999999999999999999999999',
  '9'.repeat(4000),
  'NaN',
  'Infinity',
  'null',
  'undefined',
  '%00',
  '%F0%9F%92%A5',
  '%E0%A5%A7%E0%A5%A8',
  "'; DROP TABLE entities; --",
  '../../etc/passwd',
  '{"$gt": 0}',
  '1h1h',
  '2026-13-45T99:99:99Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
];

const gets = operations.filter(({ method }) => method === undefined);
const right = { kind: 'component', namespace: 'default', name: 'checkout' };

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values[name] ?? 'availability'),
  );
}

/** Several ways to give a parameter. */
function queriesOf(name: string): string[] {
  return [
    ...junk.map(
      value => `${name}=${value.replace(/[ &#]/g, encodeURIComponent)}`,
    ),
    `${name}=1&${name}=2`,
    `${name}[]=1`,
    `${name}[a][b]=1`,
    `${name}[__proto__]=1`,
    `${name}[toString]=1`,
  ];
}

// Any text may be somebody's name.
const texts = new Set(['owner']);

const cases = gets.flatMap(({ path, query = [] }) =>
  query.map(({ name }): [string, string] => [path, name]),
);

describe('the HTTP API under bad input', () => {
  it.each(cases)('answers %s with junk in "%s" by 400', async (path, name) => {
    for (const query of queriesOf(name)) {
      const { status, body } = await get(`${fill(path, right)}?${query}`);
      // Some junk is a value after all, such as 0 for an offset.
      const message = status === 200 ? 'a usable value' : body.error.message;
      expect([query, status, message]).toEqual([
        query,
        status === 200 ? 200 : 400,
        expect.stringMatching(/^[^]{10,1000}$/),
      ]);
    }
    // Of what is no value of anything, none is taken.
    for (const value of texts.has(name)
      ? []
      : ['%F0%9F%92%A5', 'NaN', '-1', `1&${name}=2`]) {
      const { status } = await get(`${fill(path, right)}?${name}=${value}`);
      expect([value, status]).toEqual([value, 400]);
    }
  });

  it.each(gets.map(({ path }) => path).filter(path => path.includes('{')))(
    'answers %s with junk in its path by 404 or 400',
    async path => {
      for (const value of junk.filter(Boolean)) {
        const text = decodeURIComponent(
          value.startsWith('%') ? value : encodeURIComponent(value),
        );
        for (const name of ['kind', 'namespace', 'name', 'slo']) {
          if (!path.includes(`{${name}}`)) {
            continue;
          }
          const { status } = await get(fill(path, { ...right, [name]: text }));
          expect([name, text, status]).toEqual([
            name,
            text,
            status === 400 ? 400 : 404,
          ]);
        }
      }
    },
  );
});

import { event, record } from './__fixtures__/incidentRecord';
import { responseCohorts } from './cohorts';

const period = {
  from: new Date('2026-03-01T00:00:00Z'),
  to: new Date('2026-03-31T00:00:00Z'),
};
const ago = '2025-08-20T09:00:00Z';
const within = '2026-03-10T09:00:00Z';
const after = '2026-04-02T09:00:00Z';
const resolve = (at: string) => event('resolve', '00:00', { at });

describe('responseCohorts', () => {
  it.each([
    {
      name: 'created and resolved in the period',
      incident: record({ createdAt: within, events: [resolve(within)] }),
      counts: { created: 1, concluded: 1 },
    },
    {
      name: 'created seven months ago, resolved in the period',
      incident: record({ createdAt: ago, events: [resolve(within)] }),
      counts: { created: 0, concluded: 1 },
    },
    {
      name: 'created in the period, resolved after it',
      incident: record({ createdAt: within, events: [resolve(after)] }),
      counts: { created: 1, concluded: 0 },
    },
    {
      name: 'resolved before the period, reopened, resolved in it',
      incident: record({
        createdAt: ago,
        events: [resolve(within), resolve('2025-09-01T00:00:00Z')],
      }),
      counts: { created: 0, concluded: 1 },
    },
    {
      name: 'created in the period and open',
      incident: record({ createdAt: within, status: 'acknowledged' }),
      counts: { created: 1, concluded: 1 },
    },
    {
      name: 'created seven months ago and open',
      incident: record({ createdAt: ago, status: 'triggered' }),
      counts: { created: 0, concluded: 0 },
    },
    {
      name: 'resolved by what the incident says, without a log',
      incident: record({ createdAt: ago, resolvedAt: within }),
      counts: { created: 0, concluded: 1 },
    },
    {
      name: 'at a time that cannot be read',
      incident: record({ createdAt: 'soon' }),
      counts: { created: 0, concluded: 0 },
    },
  ])('$name', ({ incident, counts }) => {
    const cohorts = responseCohorts([incident], period);
    expect({
      created: cohorts.created.length,
      concluded: cohorts.concluded.length,
    }).toEqual(counts);
  });
});

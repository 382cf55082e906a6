import { InspectedReader } from './IndicatorReader';
import { legLabel } from './legs';
import { readGroup } from './readGroup';

const inspectedAt = new Date('2026-03-04T05:00:00Z');
const reader: InspectedReader = {
  inspectedAt,
  knows: () => true,
  doubts: entity => entity === 'doubted',
  legs: () => [],
  shared: () => [],
  judge: (_, counts) => ({
    kind: 'counts',
    bad: 0,
    total: counts.get('total') ?? 0,
  }),
};

function read(entities: string[]) {
  const to = new Date(inspectedAt.getTime() + 60_000);
  return readGroup(
    reader,
    'service',
    { from: inspectedAt, to },
    entities.map(service => ({
      labels: { service, [legLabel]: 'total' },
      value: 1,
    })),
    [],
  );
}

describe('readGroup', () => {
  it('leaves out values that cannot be stored, and says so', () => {
    const longest = 'é'.repeat(255);
    const { values, incomplete, warnings } = read([
      'a',
      longest,
      `${longest}é`,
      'a\u0000',
      'a\nb',
    ]);
    expect([...values.keys()]).toEqual(['a', longest]);
    expect(incomplete).toBe(false);
    expect(warnings).toEqual([
      'left out 3 values of the label "service" that are longer than 255 characters or hold control characters',
    ]);
  });

  it.each([
    ['keeps an inspection that is fresh', 'doubted', 10, 1, false],
    ['asks for another once it is older', 'doubted', 11, 1, true],
    ['asks nothing while all is as expected', 'a', 11, 1, false],
    ['asks nothing for a stretch that is long', 'doubted', 120, 61, false],
  ])('%s', (_, entity, minutesLater, minutesLong, expected) => {
    const to = new Date(inspectedAt.getTime() + minutesLater * 60_000);
    const from = new Date(to.getTime() - minutesLong * 60_000);
    const labels = { service: entity, [legLabel]: 'total' };
    const samples = [{ labels, value: 1 }];
    const reading = readGroup(reader, 'service', { from, to }, samples, []);
    expect(reading.inspectAgain).toBe(expected);
  });

  it.each([
    [[], false],
    [['PromQL warning: encountered a mix of histograms and floats'], false],
    [['PromQL warning: bucket label is missing', 'a store is away'], true],
    [['a store is away'], true],
  ])('with the warnings %j is incomplete: %s', (warnings, expected) => {
    const stretch = { from: inspectedAt, to: inspectedAt };
    const reading = readGroup(reader, 'service', stretch, [], warnings);
    expect(reading).toMatchObject({ incomplete: expected, warnings });
  });

  it('warns of nothing where all can be stored', () => {
    expect(read(['a']).warnings).toEqual([]);
  });
});

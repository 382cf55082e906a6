import { InspectedReader } from './IndicatorReader';
import { legLabel } from './legs';
import { readGroup } from './readGroup';

const inspectedAt = new Date('2026-03-04T05:00:00Z');
const reader: InspectedReader = {
  inspectedAt,
  knows: () => true,
  legs: () => [],
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

  it('warns of nothing where all can be stored', () => {
    expect(read(['a']).warnings).toEqual([]);
  });
});

import { Matcher } from '../../promql/selector';
import { Leg } from '../legs';
import { askInShards } from './askInShards';

const known = Array.from({ length: 15_000 }, (_, i) =>
  String(i).padStart(5, '0'),
);
const shared: Leg[] = [{ name: 'alive', expression: 'everybody' }];

/** How many requests a group needs whose legs have so many series each. */
async function requestsOf(seriesPerEntity: number[], points = 1) {
  const asked: string[] = [];
  await askInShards(
    {
      entityLabel: 'service',
      known,
      shared,
      legs: (only: readonly Matcher[]) =>
        seriesPerEntity.map((series, i) => ({
          name: `leg${i}`,
          expression: `hits${only.length}`,
          seriesPerEntity: series,
        })),
    },
    points,
    async query => {
      asked.push(query);
      return { result: [], warnings: [] };
    },
  );
  return asked;
}

describe('askInShards', () => {
  it.each([
    ['one series each', [1], 1],
    ['two legs', [1, 1], 2],
    ['a leg with two series of each entity', [2], 2],
    ['two such legs', [2, 2], 3],
  ])('divides a group of 15,000 with %s', async (_, series, requests) => {
    expect(await requestsOf(series)).toHaveLength(requests);
  });

  it('asks once for what there is one answer to', async () => {
    const asked = await requestsOf([2, 2]);
    expect(asked.map(query => query.includes('everybody'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('passes each warning on once', async () => {
    const answer = await askInShards(
      {
        entityLabel: 'service',
        known,
        shared: [],
        legs: () => [{ name: 'a', expression: 'a', seriesPerEntity: 4 }],
      },
      1,
      async () => ({ result: [1], warnings: ['a store is away'] }),
    );
    expect(answer).toEqual({
      result: [1, 1, 1],
      warnings: ['a store is away'],
    });
  });
});

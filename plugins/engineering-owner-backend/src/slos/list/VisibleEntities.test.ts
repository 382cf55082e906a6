import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { service } from '../../__testUtils__/simulation';
import { TooManyListsError, VisibleEntities } from './VisibleEntities';

const filter = (name: string) => [{ 'metadata.name': [name] }];

function world() {
  let running = 0;
  let most = 0;
  let end = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const catalog: CatalogService = Object.assign(
    Object.create(catalogServiceMock({ entities: [] })),
    {
      async *streamEntities(): AsyncIterable<Entity[]> {
        running += 1;
        most = Math.max(most, running);
        await ended;
        running -= 1;
        yield [service('checkout')];
      },
    },
  );
  const visible = new VisibleEntities({
    catalog,
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
    clock: () => new Date('2026-11-23T14:00:00Z'),
  });
  return {
    end,
    most: () => most,
    list: (name: string, user = 'user:default/maya') =>
      visible.list(mockCredentials.user(user), filter(name)),
  };
}

describe('the entities a caller may see', () => {
  it('are read for two filters of a caller at a time, whatever others ask', async () => {
    const { list, end, most } = world();
    const lists = ['a', 'b', 'c', 'd'].map(name => list(name));
    lists.push(list('a', 'user:default/sam'));
    await new Promise(resolve => setImmediate(resolve));
    expect(most()).toBe(3);

    end();

    expect(await Promise.all(lists)).toEqual(
      lists.map(() => ['component:default/checkout']),
    );
    expect(most()).toBe(3);
  });

  it('are refused to a caller for whom many filters wait already', async () => {
    const { list, end } = world();
    const waiting = Array.from({ length: 12 }, (_, i) => list(`${i}`));
    await new Promise(resolve => setImmediate(resolve));

    await expect(list('one more')).rejects.toThrow(TooManyListsError);
    const same = list('0');
    const other = list('one more', 'user:default/sam');
    end();
    await Promise.all([...waiting, same, other]);
    await expect(list('one more')).resolves.toHaveLength(1);
  });
});

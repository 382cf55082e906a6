import { availability, service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const checkout = service('checkout');

it('a template with an alert policy of its own is judged by it', async () => {
  const world = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start: new Date('2026-11-23T14:02:40Z'),
    templates: [
      availability,
      { ...availability, name: 'strict', alerting: 'seed' },
    ],
  });
  // Four times too fast: beyond the limit of `seed`, below those of pages of `google`.
  world.source.services.set('checkout', { total: 600, bad: 2.4 });

  await world.pass(8);
  const { slos } = await world.slosOf(checkout);
  const pages = (name: string) =>
    slos
      .find(each => each.name === name)
      ?.alerts.filter(({ severity }) => severity === 'page')
      .map(({ factor, state }) => [factor, state]);

  expect(pages('strict')).toEqual([
    [3, 'firing'],
    [1.5, 'firing'],
  ]);
  expect(pages('availability')).toEqual([
    [14.4, 'ok'],
    [6, 'ok'],
  ]);
});

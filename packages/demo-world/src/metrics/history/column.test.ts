import { Column, ticksAt } from './column';

it('writes a line per value, with times in seconds', () => {
  const column = new Column('up{service="cart"}');
  const [first, second] = ticksAt([1_800_000_000_000, 1_800_000_030_500]);
  column.add(1, first);
  column.add(123456789.125, second);
  expect(column.text().toString()).toBe(
    'up{service="cart"} 1 1800000000\nup{service="cart"} 123456789.125 1800000030.5\n',
  );
});

it('has room for the longest numbers', () => {
  const column = new Column('a');
  const [tick] = ticksAt([8.64e15 - 1]);
  for (let i = 0; i < 100; i++) {
    column.add(-Number.MAX_VALUE / 3, tick);
  }
  expect(column.text().toString().split('\n')).toHaveLength(101);
});

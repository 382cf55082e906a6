import { parseInstantQuery } from './instantQuery';

describe('parseInstantQuery', () => {
  it('takes a value at each moment, and narrows it', () => {
    expect(
      parseInstantQuery('sum(a) / sum(b{c="d"})', [
        { label: 'ns', operator: '=', value: 'shop' },
      ]),
    ).toEqual({
      ok: true,
      text: 'sum(a{ns="shop"}) / sum(b{c="d",ns="shop"})',
    });
  });

  it.each([
    'avg_over_time(x[1d])',
    'avg_over_time(x[23h59m60s])',
    'avg_over_time(x[86400])',
    'max_over_time((x > 0)[1h:5m])',
  ])('takes %s, whose range is a day or less', text => {
    expect(parseInstantQuery(text)).toEqual({ ok: true, text });
  });

  it.each(['sum(x) # a note', '# a note\nsum(x)'])(
    'leaves out the comment of %j, which would swallow what is put behind',
    text => {
      expect(parseInstantQuery(text)).toEqual({ ok: true, text: 'sum(x)' });
    },
  );

  it.each([
    ['sum(increase(x[{{.window}}]))', /has no place in it/, 15],
    ['x offset 5m', /offset/, 0],
    ['x[5m]', /it is a range/, 0],
    ['1', /selects no metric/, 0],
    ['avg_over_time(x[30d])', /longer than a day/, 16],
    ['avg_over_time(x[1d1s])', /longer than a day/, 16],
    ['avg_over_time(x[1h * 30])', /cannot be told/, 16],
    ['max_over_time((x > 0)[2d:1h])', /longer than a day/, 22],
  ])('refuses %j', (text, reason, position) => {
    expect(parseInstantQuery(text)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
      position,
    });
  });
});

import { pagedAnswer, pageOf } from './paging';
import { Query } from './query';

const rows = Array.from({ length: 260 }, (_, index) => index);
const page = (text: string) =>
  pageOf(rows, new Query(new URLSearchParams(text)));

describe('a page', () => {
  it.each([
    ['', { limit: 25, offset: 0, more: true, total: null }, 25],
    ['limit=100', { limit: 100, offset: 0, more: true, total: null }, 100],
    ['limit=500', { limit: 100, offset: 0, more: true, total: null }, 100],
    ['limit=100&offset=200', { offset: 200, more: false, total: null }, 60],
    ['limit=60&offset=200', { offset: 200, more: false, total: null }, 60],
    ['offset=300&total=true', { offset: 300, more: false, total: 260 }, 0],
    ['limit=100&offset=9900', { offset: 9900, more: false, total: null }, 0],
  ])('for "%s"', (text, expected, count) => {
    expect(page(text)).toMatchObject(expected);
    expect(page(text).rows).toHaveLength(count);
  });

  it('is refused past row 10,000, quoting both numbers', () => {
    expect(() => page('limit=100&offset=9901')).toThrow(
      expect.objectContaining({
        status: 400,
        code: 2001,
        errors: [
          'Offset 9901 plus limit 100 must be less than or equal to 10000',
        ],
      }),
    );
  });

  it.each(['limit=ten', 'offset=-1', 'limit=2.5'])(
    'is refused for "%s"',
    text => {
      expect(() => page(text)).toThrow(
        expect.objectContaining({ status: 400 }),
      );
    },
  );

  it('answers rows under their name, beside the paging fields', () => {
    expect(pagedAnswer('rows', page('limit=2'), row => row * 10)).toEqual({
      rows: [0, 10],
      limit: 2,
      offset: 0,
      more: true,
      total: null,
    });
  });
});

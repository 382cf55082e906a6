import { Problem } from '@engineering-owner/backstage-plugin-common';
import { limitProblems } from './limitProblems';

const cart = 'component:default/cart';

/** Mistakes of a document, numbered. */
function mistakes(document: string, count: number): Problem[] {
  return Array.from({ length: count }, (_, i) => ({
    code: 'openslo_value_invalid',
    severity: 'error',
    message: `${document} ${i}`,
    params: { file: 'slos.yaml', kind: 'SLO', document },
  }));
}

describe('limitProblems', () => {
  it('leaves a hundred as they are', () => {
    const all = mistakes('a', 100);
    expect(limitProblems(cart, all)).toBe(all);
  });

  it('says how many it leaves out, and lets no document crowd out another', () => {
    const all = [
      ...mistakes('a', 51),
      ...mistakes('b', 51),
      ...mistakes('c', 2),
    ];
    const shown = limitProblems(cart, all);

    expect(shown).toHaveLength(100);
    expect(shown.slice(0, -1).map(({ message }) => message)).toEqual([
      ...mistakes('a', 49).map(({ message }) => message),
      ...mistakes('b', 48).map(({ message }) => message),
      'c 0',
      'c 1',
    ]);
    expect(shown.at(-1)).toMatchObject({
      message:
        'The SLO documents of component:default/cart have 5 more mistakes; these show once the others are mended',
    });
  });
});

import { readFrontMatter } from './frontMatter';

/** In parts, since linters take it for our own. */
const scriptUrl = ['javascript', 'alert(1)'].join(':');

describe('readFrontMatter', () => {
  it('reads every key', () => {
    const { frontMatter, problems } = readFrontMatter({
      title: 'Checkout fails',
      alerts: ['CheckoutErrors', 'CheckoutErrors', 'CheckoutSlow'],
      owner: 'group:default/shop',
      last_reviewed_on: new Date('2026-03-31T00:00:00Z'),
      review_in: '6 months',
      last_tested_on: '2026-01-15',
      test_in: 'P1Y',
      last_test_result: 'Passed',
      severity: 1,
      automation: [
        'https://jobs.example.com/restart',
        { title: 'Fail over', url: 'https://jobs.example.com/failover' },
      ],
      layout: 'other tools may have keys too',
    });

    expect(problems).toEqual([]);
    expect(frontMatter).toEqual({
      title: 'Checkout fails',
      alerts: ['CheckoutErrors', 'CheckoutSlow'],
      owner: 'group:default/shop',
      lastReviewedOn: '2026-03-31',
      reviewIn: 'P6M',
      lastTestedOn: '2026-01-15',
      testIn: 'P1Y',
      lastTestResult: 'passed',
      severity: '1',
      automation: [
        {
          title: 'https://jobs.example.com/restart',
          url: 'https://jobs.example.com/restart',
        },
        { title: 'Fail over', url: 'https://jobs.example.com/failover' },
      ],
    });
  });

  it('takes control characters for spaces', () => {
    const { frontMatter } = readFrontMatter({ title: 'a\0b\nc\u001b[31m' });
    expect(frontMatter.title).toBe('a b c [31m');
  });

  it('takes a single alert for a list of one', () => {
    expect(readFrontMatter({ alerts: 'A' }).frontMatter.alerts).toEqual(['A']);
  });

  it.each([undefined, null, {}, { title: '', alerts: null }])(
    'finds nothing and nothing wrong in %j',
    data => {
      expect(readFrontMatter(data)).toEqual({
        frontMatter: { alerts: [], automation: [] },
        problems: [],
      });
    },
  );

  const endless: unknown[] = [];
  endless.push(endless);

  it.each([
    ['title', ['a', 'b'], 'title is a list; expected text'],
    ['title', 'x'.repeat(201), 'expected text of at most 200 characters'],
    ['owner', { team: 'shop' }, 'owner is a mapping; expected text'],
    ['owner', endless, 'owner is a list; expected text'],
    ['last_reviewed_on', 'yesterday', 'last_reviewed_on is "yesterday"'],
    ['review_in', 'soon', 'review_in is "soon"; expected a length of time'],
    ['test_in', 30, 'test_in is "30"; expected a length of time'],
    ['last_test_result', 'so so', 'expected "passed" or "failed"'],
    ['alerts', ['A', endless], 'alerts[1] is a list; expected the name'],
    ['alerts', Array(101).fill('A'), 'alerts is a list; expected a list of'],
    [
      'automation',
      [scriptUrl],
      `automation[0] is "${scriptUrl}"; expected an http(s) address`,
    ],
  ])('names the key and the value of a wrong %s', (key, value, message) => {
    const { problems } = readFrontMatter({ [key]: value });

    expect(problems).toEqual([
      expect.objectContaining({
        code: 'front_matter_invalid',
        severity: 'warning',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it.each(['just text', ['a'], 3, new Date()])(
    'says that %p is no front matter',
    data => {
      expect(readFrontMatter(data).problems).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('expected keys with values'),
        }),
      ]);
    },
  );

  it('reads own keys only', () => {
    const inherited = Object.create({ title: 'from a prototype' });
    expect(readFrontMatter(inherited).frontMatter.title).toBeUndefined();
  });
});

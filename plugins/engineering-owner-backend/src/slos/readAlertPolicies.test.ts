import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { ConfigProblems } from '../sources/ConfigProblems';
import { readAlerting } from './readAlerting';

const pair = {
  severity: 'page',
  longWindow: '1h',
  shortWindow: '5m',
  budgetShare: '2%',
};
const strict = { name: 'strict', pairs: [pair], minimumBadEvents: 20 };

function read(slos: JsonObject, alertings: string[] = []) {
  const problems = new ConfigProblems({ logger: mockServices.logger.mock() });
  const policies = readAlerting(
    mockServices.rootConfig({ data: { engineeringOwner: { slos } } }),
    problems,
    alertings.map((alerting, i) => ({ alerting, place: `templates[${i}]` })),
  );
  return { policies, messages: problems.list().map(each => each.message) };
}

describe('alert policies from config', () => {
  it('are there by name, beside the two that come along', () => {
    const { policies, messages } = read({
      alerting: 'strict',
      alertPolicies: [strict],
    });
    expect(messages).toEqual([]);
    expect(policies.of({})).toEqual({
      name: 'strict',
      pairs: [
        {
          severity: 'page',
          longWindow: '1h',
          shortWindow: '5m',
          budgetShare: 0.02,
        },
      ],
      minimumBadEvents: 20,
    });
    expect(policies.of({ alerting: 'seed' })).toBe('seed');
    expect(policies.of({ alerting: 'gone' })).toEqual(policies.of({}));
  });

  it('are google without a word', () => {
    expect(read({}).policies.of({})).toBe('google');
  });

  it('tells a name that is not there, and goes on', () => {
    const { policies, messages } = read({ alerting: 'strickt' }, ['tight']);
    expect(policies.of({})).toBe('google');
    expect(messages[0]).toMatch(/slos\.alerting.*strickt.*one of google, seed/);
    expect(messages[1]).toMatch(/templates\[0\]\.alerting.*tight/);
  });

  it.each([
    [
      { ...pair, longWindow: '4h' },
      'pairs[0].longWindow',
      '5m, 30m, 1h, 2h, 6h, 1d, 3d',
    ],
    [
      { ...pair, shortWindow: '1h' },
      'pairs[0].shortWindow',
      'shorter than the longWindow',
    ],
    [
      { ...pair, factor: 14.4 },
      'pairs[0]',
      'either a factor, as 14.4, or a budgetShare',
    ],
    [{ ...pair, budgetShare: undefined }, 'pairs[0]', 'either a factor'],
    [{ ...pair, budgetShare: '0%' }, 'pairs[0].budgetShare', 'above 0%'],
    [{ ...pair, budgetShare: '150%' }, 'pairs[0].budgetShare', 'at most 100%'],
    [{ ...pair, budgetShare: 0.02 }, 'pairs[0].budgetShare', 'for example 2%'],
    [
      { ...pair, budgetShare: undefined, factor: 0.5 },
      'pairs[0].factor',
      'at least 1',
    ],
    [{ ...pair, severity: 'sms' }, 'pairs[0].severity', '"page" or "ticket"'],
  ])('leaves out a policy with the pair %j', (wrong, place, expected) => {
    const { policies, messages } = read({
      alertPolicies: [
        { name: 'wrong', pairs: [JSON.parse(JSON.stringify(wrong))] },
        strict,
      ],
    });
    expect(policies.has('wrong')).toBe(false);
    expect(policies.has('strict')).toBe(true);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`alertPolicies[0].${place}`);
    expect(messages[0]).toContain(expected);
  });

  it.each([
    [{ ...strict, name: 'google' }, 'other than those'],
    [{ ...strict, pairs: [] }, 'at least one pair'],
    [{ ...strict, pairs: [pair, pair] }, 'once'],
    [{ ...strict, minimumBadEvents: 0 }, 'at least 1'],
  ])('leaves out %j', (policy, expected) => {
    const { messages } = read({ alertPolicies: [policy] });
    expect(messages.join()).toContain(expected);
  });

  it('keeps the first of two with one name', () => {
    const { messages } = read({ alertPolicies: [strict, strict] });
    expect(messages[0]).toContain('alertPolicies[1].name');
  });
});

import { isAboutServices, onCallSignal, OnCallServiceRef } from './signal';

const service = (id: string, name = 'default'): OnCallServiceRef => ({
  source: { type: 'pagerduty', name },
  id,
});

const many = (n: number) =>
  Array.from({ length: n }, (_, i) => service(`P${i}`));

describe('onCallSignal', () => {
  it('names each service once, however often it changed', () => {
    expect(onCallSignal([service('P1'), service('P2'), service('P1')])).toEqual(
      { services: [service('P1'), service('P2')] },
    );
  });

  it('tells services of the same id in two accounts apart', () => {
    expect(onCallSignal([service('P1'), service('P1', 'eu')]).services).toEqual(
      [service('P1'), service('P1', 'eu')],
    );
  });

  it('carries nothing beside ids and accounts', () => {
    const named = {
      ...service('P1'),
      title: 'secret',
      namedBy: 'component:x/y',
    };
    expect(onCallSignal([named])).toEqual({ services: [service('P1')] });
  });

  it('stays small: of more than fifty it says that all changed', () => {
    expect(onCallSignal(many(50)).services).toHaveLength(50);
    expect(JSON.stringify(onCallSignal(many(50))).length).toBeLessThan(5_000);
    expect(onCallSignal(many(51))).toEqual({ services: 'all' });
  });
});

describe('isAboutServices', () => {
  it.each<[string, unknown, OnCallServiceRef[], boolean]>([
    ['one that is named', { services: many(3) }, [service('P2')], true],
    ['one of several', { services: [service('P9')] }, many(10), true],
    ['none that is named', { services: many(3) }, [service('P7')], false],
    [
      'the same id of another account',
      { services: [service('P1', 'eu')] },
      [service('P1')],
      false,
    ],
    ['every service', { services: 'all' }, [service('P1')], true],
    ['every service, and there is none', { services: 'all' }, [], false],
    ['nothing that changed', { services: [] }, [service('P1')], false],
    ['a message of another version', { v: 2 }, [service('P1')], true],
    ['no message', null, [service('P1')], true],
    ['names that are none', { services: [null, 7] }, [service('P1')], false],
  ])('%s', (_, message, services, expected) => {
    expect(isAboutServices(message, services)).toBe(expected);
  });
});

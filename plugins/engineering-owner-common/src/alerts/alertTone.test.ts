import { alertTone } from './alertTone';
import { AlertStatus } from './model';

describe('alertTone', () => {
  it.each<[AlertStatus['state'], string | undefined, string]>([
    ['firing', 'page', 'act_now'],
    ['firing', 'CRITICAL', 'act_now'],
    ['firing', 'fatal', 'act_now'],
    ['firing', 'high', 'act_now'],
    ['pending', 'page', 'look_today'],
    ['firing', 'ticket', 'look_today'],
    ['firing', 'purple', 'look_today'],
    ['firing', undefined, 'look_today'],
  ])('%s with severity %s: %s', (state, severity, tone) => {
    expect(alertTone({ state, severity })).toBe(tone);
  });

  it('demands nothing now of an alert that nobody is told of', () => {
    const suppression = { silencedBy: [], inhibited: true, mutedBy: [] };
    expect(alertTone({ state: 'firing', severity: 'page', suppression })).toBe(
      'look_today',
    );
  });
});

import { NOW } from '../__testUtils__/fixtures/clock';
import {
  burningFast,
  fineButSilentNow,
  latencyMet,
  pairs,
  silentWhilePaging,
} from '../__testUtils__/fixtures/slos';
import { needsRunbook } from './needsRunbook';

const ticket = {
  ...latencyMet(NOW),
  alerts: pairs(NOW, ['ok', 'ok', 'ok', 'firing']),
};

describe('the way to a runbook', () => {
  it.each([
    ['a page is firing', [burningFast(NOW)], true],
    ['a ticket is firing', [latencyMet(NOW), ticket], true],
    ['a page was firing when the data ended', [silentWhilePaging(NOW)], true],
    ['nothing was', [fineButSilentNow(NOW)], false],
    ['nothing is', [latencyMet(NOW)], false],
    ['there is no objective', [], false],
  ])('when %s', (_, slos, expected) => {
    expect(needsRunbook(slos)).toBe(expected);
  });
});

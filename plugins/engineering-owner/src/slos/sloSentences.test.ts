import {
  type SloVerdict,
  sloVerdictCodes,
} from '@engineering-owner/backstage-plugin-common';
import { ago, NOW } from '../__testUtils__/fixtures/clock';
import { english } from '../__testUtils__/english';
import {
  burningFast,
  burningWithBudgetLeft,
  fineButSilentNow,
  invalidSlo,
  latencyMet,
  lowTraffic,
  MISTYPED_LABEL,
  neverSeen,
  noTraffic,
  pairs,
  partial,
  pending,
  queryError,
  silentWhilePaging,
  stale,
  unjudgedPage,
  wentSilent,
} from '../__testUtils__/fixtures/slos';
import { sloHeadline } from './sloHeadline';
import { sloWord } from './sloWord';

const t = english();

function plain(text: string): string {
  return text.replace(/\u202f/g, ' ').replace(/\u2212/g, '-');
}

const EVERYTHING: SloVerdict['params'] = {
  since: '2025-06-12T10:00:00Z',
  burnRate: 14.4,
  window: '1h',
  remainingRatio: 0.2,
  exhaustsInSeconds: 3600,
  coverage: 0.4,
  bad: 3,
  minimumBad: 10,
  wasFiring: true,
  firingSince: '2025-06-12T09:00:00Z',
  lastError: 'refused',
};

describe('the headline of the SLOs tab', () => {
  it.each([
    [
      burningWithBudgetLeft(NOW),
      'act_now',
      /^Availability is spending its error budget 15\.2× too fast since [\d:]+; gone in 9 h at this rate\.$/,
    ],
    [
      burningFast(NOW),
      'act_now',
      /^Availability is spending .*; overspent already \(-31 % left\)\.$/,
    ],
    [wentSilent(NOW), 'unknown', /^Availability: no data since Wed [\d:]+\.$/],
    [
      fineButSilentNow(NOW),
      'unknown',
      /^Availability: no data since [\d:]+\.$/,
    ],
    [
      neverSeen(NOW),
      'unknown',
      /^Freshness < 1 h: no series has matched its query yet\.$/,
    ],
    [
      invalidSlo(),
      'unknown',
      /^Availability cannot be measured: .*"status".*[^.]\.$/,
    ],
    [stale(NOW), 'unknown', /^Availability was last read [\d:]+: .*REFUSED/],
    [
      silentWhilePaging(NOW),
      'act_now',
      /^Availability: a page was firing since [\d:]+ when the data ended \([\d:]+\): .*REFUSED/,
    ],
    [
      {
        ...silentWhilePaging(NOW),
        burnRates: [],
        alerts: pairs(NOW, ['ok', 'ok', 'firing', 'ok']),
      },
      'look_today',
      /^Availability: a ticket was firing since [\d:]+ when the data ended \([\d:]+\)\.$/,
    ],
    [
      {
        ...burningFast(NOW),
        now: { state: 'stale' as const, since: ago(NOW, 300) },
        alerts: [],
      },
      'look_today',
      /^Availability had spent its error budget \(-31 % left\) when the data ended/,
    ],
    [
      {
        ...fineButSilentNow(NOW),
        alerts: pairs(NOW, ['firing', 'ok', 'ok', 'ok']),
      },
      'act_now',
      /^Availability: a page was firing since [\d:]+, and there is no data since [\d:]+\.$/,
    ],
    [
      {
        ...unjudgedPage(NOW),
        alerts: pairs(NOW, ['ok', 'ok', 'ok', 'ok']).map((pair, i) =>
          i === 0 ? { ...pair, state: 'unknown' as const } : pair,
        ),
      },
      'unknown',
      /^Availability: whether it burns too fast cannot be told; its 5m window has no traffic now\.$/,
    ],
    [
      unjudgedPage(NOW),
      'act_now',
      /^Availability: a page was firing since [\d:]+; its 5m window has no traffic now\.$/,
    ],
    [
      { ...unjudgedPage(NOW), burnRates: [] },
      'act_now',
      /^Availability: a page was firing since [\d:]+; whether it still does is not known\.$/,
    ],
    [queryError(), 'unknown', /^Availability could not be read: bad_data/],
    [noTraffic(NOW), 'unknown', /^Availability: no traffic at present/],
    [pending(), 'unknown', /^Availability has not been read yet/],
    [
      lowTraffic(NOW),
      'look_today',
      /^Availability has spent its error budget \(-100 % left\)\.$/,
    ],
    [partial(NOW), 'unknown', /only 10 % of its window could be read\.$/],
    [
      { ...partial(NOW), coverage: 0.7 },
      'fine',
      /^Availability is met so far; only 70 % of its window could be read\.$/,
    ],
    [
      { ...partial(NOW), coverage: 1 },
      'fine',
      /^Availability is met so far; its window is not full yet\.$/,
    ],
    [
      latencyMet(NOW),
      'fine',
      /^The objective is met; 61 % of its error budget is left\.$/,
    ],
  ])('says it for case %#', (slo, tone, sentence) => {
    const headline = sloHeadline(t, { slos: [slo], problems: [] }, NOW);
    expect(headline.tone).toBe(tone);
    expect(plain(headline.sentence)).toMatch(sentence);
  });

  it('names the objective with the least budget when all are met', () => {
    const closest = {
      ...latencyMet(NOW),
      name: 'b',
      title: 'Freshness',
      budget: { ...latencyMet(NOW).budget, remainingRatio: 0.3 },
    };
    expect(
      plain(
        sloHeadline(t, { slos: [latencyMet(NOW), closest], problems: [] }, NOW)
          .sentence,
      ),
    ).toBe(
      'All 2 objectives are met; the closest, Freshness, has 30 % of its error budget left.',
    );
  });
});

describe('the headline beside broken definitions', () => {
  it.each([
    ['amber, not green', [latencyMet(NOW)], 'look_today', /left\. 2 problems/],
    ['as red as it was', [burningFast(NOW)], 'act_now', /left\)\. 2 problems/],
    ['grey without any other', [], 'unknown', /could not be read\.$/],
  ])('is %s', (_, slos, tone, sentence) => {
    const problems = [MISTYPED_LABEL, { ...MISTYPED_LABEL, message: 'other' }];
    expect(sloHeadline(t, { slos, problems }, NOW)).toMatchObject({
      tone,
      sentence: expect.stringMatching(sentence),
    });
  });
});

describe('the word for the state of an SLO', () => {
  it('never prints a placeholder or a missing value, whatever is known', () => {
    for (const code of sloVerdictCodes) {
      for (const params of [{}, EVERYTHING]) {
        const word = sloWord(t, { tone: 'unknown', code, params }, NOW);
        expect(word).not.toBe('');
        expect(word).not.toMatch(/\{\{|undefined|NaN|Invalid/);
      }
    }
  });
});

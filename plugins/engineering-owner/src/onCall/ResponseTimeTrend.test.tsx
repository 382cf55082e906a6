import type {
  OnCallResponseTimesResponse,
  ResponseTimes,
} from '@engineering-owner/backstage-plugin-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { ago, DAYS, NOW } from '../__testUtils__/fixtures/clock';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { ResponseTimeTrend } from './ResponseTimeTrend';

const none: ResponseTimes = { n: 0, fewIncidents: true, excluded: {} };
const some: ResponseTimes = {
  ...none,
  n: 3,
  figures: { medianSeconds: 240, p90Seconds: 600, meanSeconds: 300 },
};
const spread = {
  n: 3,
  fewIncidents: true,
  excluded: { never_acknowledged: 2 },
  targetSeconds: 300,
  buckets: [
    { fromSeconds: 0, toSeconds: 300, n: 2, targeted: 2 },
    { fromSeconds: 300, toSeconds: null, n: 1, targeted: 1 },
  ],
};
const times: OnCallResponseTimesResponse = {
  entityRef: 'component:default/checkout',
  period: { from: ago(NOW, 14 * DAYS), to: NOW.toISOString() },
  timeZone: 'UTC',
  trend: {
    weeks: [
      {
        from: ago(NOW, 14 * DAYS),
        to: ago(NOW, 7 * DAYS),
        partial: true,
        mtta: none,
        mttr: none,
      },
      {
        from: ago(NOW, 7 * DAYS),
        to: NOW.toISOString(),
        partial: false,
        mtta: some,
        mttr: some,
      },
    ],
    excluded: {},
  },
  distribution: { mtta: spread, mttr: spread },
  problems: [],
};

async function open(api: FixtureApi) {
  await renderOnEntity(<ResponseTimeTrend />, api);
  expect(api.asked).toEqual([]);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Trend and distribution' }),
  );
  expect(api.asked).toEqual(['responseTimes']);
}

describe('trend and distribution', () => {
  it('are read only when opened, and drawn with their targets', async () => {
    await open(new FixtureApi({ responseTimes: times }));
    for (const name of [
      /^Time to acknowledge, by week, 2 weeks, n = 3, target 5.min$/,
      /^How long acknowledging took, n = 3, target 5.min$/,
      /^Time to resolve, by week/,
      /^How long resolving took/,
    ]) {
      expect(
        (await screen.findAllByRole('figure', { name })).length,
      ).toBeGreaterThan(0);
    }
  });

  it('are tables too, where a week without incidents has no figure', async () => {
    await open(new FixtureApi({ responseTimes: times }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const rows = (name: string) =>
      within(screen.getByRole('table', { name }))
        .getAllByRole('row')
        .map(({ textContent }) => textContent);
    const [, cut, whole] = rows('Time to acknowledge, by week');
    expect(cut).toMatch(/\(cut off\)––0$|\(cut off\)——0$/);
    expect(whole).toMatch(/4.min10.min3, few$/);
    expect(rows('How long resolving took').slice(1)).toEqual([
      expect.stringMatching(/^up to 5.min2$/),
      expect.stringMatching(/^longer than 5.min1$/),
    ]);
  });

  it('say of how many they are, what was left out, and what to read with care', async () => {
    await open(
      new FixtureApi({
        responseTimes: {
          ...times,
          trend: { ...times.trend, excluded: { outside_period: 2 } },
        },
      }),
    );
    expect(
      await screen.findAllByText(/bar: median · dashed: p90 · .* · n = 3$/),
    ).toHaveLength(2);
    expect(screen.getAllByText(/^Pale: a week that is cut off/)).toHaveLength(
      2,
    );
    expect(screen.getAllByText('2 incidents are of no week.')).toHaveLength(2);
    expect(
      screen.getAllByText(/target .* · n = 3 · few incidents, read with care/),
    ).toHaveLength(2);
    expect(screen.getAllByText('Left out: 2 never acknowledged.')).toHaveLength(
      2,
    );
  });

  it('say when there is nothing to measure', async () => {
    const nothing = { ...spread, n: 0, buckets: [] };
    await open(
      new FixtureApi({
        responseTimes: {
          ...times,
          distribution: { mtta: nothing, mttr: nothing },
        },
      }),
    );
    expect(
      await screen.findByText(/^No incident to measure/),
    ).toBeInTheDocument();
  });

  it('say what failed', async () => {
    await open(new FixtureApi({ responseTimes: new Error('no answer') }));
    expect(await screen.findByText(/no answer/)).toBeInTheDocument();
  });
});

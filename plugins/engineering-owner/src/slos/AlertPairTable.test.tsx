import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  burningFast,
  fineButSilentNow,
  lowTraffic,
} from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { AlertPairTable } from './AlertPairTable';

async function states(slo: Parameters<typeof AlertPairTable>[0]['slo']) {
  await renderOnEntity(<AlertPairTable slo={slo} />, new FixtureApi({}));
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row => row.querySelector('td:last-child')?.textContent);
}

describe('the pairs of windows that alert', () => {
  it('say since when they are in their state', async () => {
    expect(await states(burningFast(NOW))).toEqual([
      expect.stringMatching(/^firingsince \d\d:\d\d$/),
      expect.stringMatching(/^firingsince \d\d:\d\d$/),
      expect.stringMatching(/^risingsince \d\d:\d\d$/),
      expect.stringMatching(/^firingsince \d\d:\d\d$/),
    ]);
    expect(screen.getAllByRole('columnheader')).toHaveLength(5);
  });

  it('say what they were, not since when that is not known', async () => {
    for (const state of await states(fineButSilentNow(NOW))) {
      expect(state).toMatch(/^not knownwas ok since \w{3} \d\d:\d\d$/);
    }
  });

  it('say how many bad events they wait for', async () => {
    expect((await states(lowTraffic(NOW)))[0]).toMatch(
      /^held: 280 of 10 bad events/,
    );
  });

  it('say why they are off, in words that can be translated', async () => {
    const [pair] = burningFast(NOW).alerts;
    const off = {
      ...pair,
      state: 'off' as const,
      offReason: 'in English only',
    };
    const [state] = await states({
      ...burningFast(NOW),
      objective: 0.9,
      alerts: [off],
    });
    expect(state).toMatch(
      /^offan objective of 90.% cannot burn 14\.4× too fast/,
    );
  });

  it('may share a long window', async () => {
    const [first] = burningFast(NOW).alerts;
    const errors = jest.spyOn(console, 'error');
    await states({
      ...burningFast(NOW),
      alerts: [first, { ...first, shortWindow: '30m' }],
    });
    expect(
      errors.mock.calls.filter(([message]) =>
        String(message).includes('same key'),
      ),
    ).toEqual([]);
    errors.mockRestore();
  });
});

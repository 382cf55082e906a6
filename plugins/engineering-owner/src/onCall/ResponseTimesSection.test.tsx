import type { ResponseTimes } from '@engineering-owner/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { ResponseTimesSection } from './ResponseTimesSection';

const measured: ResponseTimes = {
  n: 12,
  // Quick, since most are of low urgency, which the target is not for.
  figures: { medianSeconds: 60, p90Seconds: 600, meanSeconds: 200 },
  fewIncidents: false,
  excluded: {},
  targetSeconds: 310,
};

describe('the target of response times', () => {
  it.each([
    [{ n: 0, of: 5 }, 'look_today'],
    [{ n: 2, of: 5 }, 'look_today'],
    [{ n: 3, of: 5 }, 'fine'],
    [{ n: 2, of: 4 }, 'fine'],
    [{ n: 0, of: 0 }, undefined],
  ])('with %j of those it is for within it is %s', async (within, tone) => {
    const times = { ...measured, withinTarget: within };
    await renderOnEntity(
      <ResponseTimesSection
        responseTimes={{ periodDays: 30, mtta: times, mttr: times }}
      />,
      new FixtureApi({}),
    );
    const [target] = screen.getAllByText(/target (of )?5.min 10.s$/);
    expect(
      target
        .closest('div')
        ?.querySelector('[data-tone]')
        ?.getAttribute('data-tone'),
    ).toBe(tone);
  });
});

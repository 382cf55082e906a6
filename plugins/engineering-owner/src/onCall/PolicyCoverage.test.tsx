import type { CoverageStatus } from '@engineering-owner/backstage-plugin-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { ahead, ago, DAYS, NOW } from '../__testUtils__/fixtures/clock';
import { ada, alan } from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { coverageSegments } from './coverageSegments';
import { PolicyCoverage } from './PolicyCoverage';

const period = { from: NOW.toISOString(), to: ahead(NOW, 28 * DAYS) };
const first = {
  level: 1,
  turns: [
    { person: ada, from: ago(NOW, DAYS), to: ahead(NOW, 7 * DAYS) },
    { person: alan, from: ahead(NOW, 8 * DAYS), to: ahead(NOW, 29 * DAYS) },
  ],
  gaps: [{ from: ahead(NOW, 7 * DAYS), to: ahead(NOW, 8 * DAYS) }],
};

function coverage(over: Partial<CoverageStatus> = {}): CoverageStatus {
  return {
    period,
    tone: 'fine',
    nobody: [],
    levelsWithoutPeople: [],
    permanent: [],
    levels: [{ ...first, gaps: [] }],
    ...over,
  };
}

const render = (over?: Partial<CoverageStatus>) =>
  renderOnEntity(
    <PolicyCoverage policy="Payments" coverage={coverage(over)} />,
    new FixtureApi({}),
  );

describe('the parts of a strip', () => {
  const parts = (level: typeof first) =>
    coverageSegments(level, period).map(({ person, start, length, lane }) => [
      person?.name,
      Math.round(start * 28),
      Math.round(length * 28),
      lane,
    ]);

  it('are turns and gaps in the order of time, cut at the ends of the period', () => {
    expect(parts(first)).toEqual([
      ['Ada Lovelace', 0, 7, 0],
      [undefined, 7, 1, 0],
      ['Alan Turing', 8, 20, 0],
    ]);
  });

  it('are below each other where two are on call at once', () => {
    const [one] = first.turns;
    const both = [one, { ...one, person: alan, from: ahead(NOW, 2 * DAYS) }];
    expect(parts({ ...first, gaps: [], turns: both })).toEqual([
      ['Ada Lovelace', 0, 7, 0],
      ['Alan Turing', 2, 5, 1],
    ]);
  });
});

describe('the coverage of a policy', () => {
  it.each<[string, Partial<CoverageStatus>, RegExp]>([
    ['calm', {}, /somebody at every level, at every moment/],
    ['gaps', { tone: 'look_today', levels: [first] }, /^1 gap$/],
    [
      'a level without people, told once',
      {
        tone: 'look_today',
        levelsWithoutPeople: [2],
        levels: [
          { ...first, gaps: [] },
          { level: 2, turns: [], gaps: [{ ...period }] },
        ],
      },
      /^level 2 has no people$/,
    ],
    [
      'nobody now',
      { tone: 'act_now', nobody: [{ ...period }] },
      /^nobody is on call now, at any level$/,
    ],
    [
      'somebody without relief',
      { tone: 'look_today', permanent: [alan] },
      /^Alan Turing is always on call, without relief$/,
    ],
    [
      'nothing read',
      { tone: 'unknown', period: undefined },
      /^not known: what was read has passed$/,
    ],
  ])('says %s', async (_, over, text) => {
    await render(over);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has a strip with words, and a table of the same', async () => {
    await render({ tone: 'look_today', levels: [first] });
    expect(
      await screen.findByRole('img', { name: 'Level 1: 2 shifts, 1 gap' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const rows = within(
      screen.getByRole('table', { name: 'Shifts of “Payments”' }),
    ).getAllByRole('row');
    expect(rows.map(row => within(row).queryAllByRole('cell')[1])).toEqual([
      undefined,
      expect.objectContaining({ textContent: 'Ada Lovelace' }),
      expect.objectContaining({ textContent: 'nobody' }),
      expect.objectContaining({ textContent: 'Alan Turing' }),
    ]);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});

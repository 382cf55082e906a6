import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import {
  burningWithBudgetLeft,
  earlyInTheMonth,
  latencyMet,
  queriesOf,
  staleEarlyInTheMonth,
} from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { BudgetTiles } from './BudgetTiles';

function plain(text: string | null): string {
  return (text ?? '').replace(/\u202f/g, ' ');
}

/** What a tile's figure explains when it is clicked. */
async function explained(slo: SloStatus, tile: RegExp): Promise<string> {
  await renderOnEntity(<BudgetTiles slo={slo} />, new FixtureApi({}));
  await userEvent.click(screen.getByRole('button', { name: tile }));
  return plain(screen.getByRole('dialog', { name: tile }).textContent);
}

describe('the tiles of the budget', () => {
  it('are each called by their name and their value', async () => {
    await renderOnEntity(
      <BudgetTiles slo={latencyMet(NOW)} />,
      new FixtureApi({}),
    );
    for (const name of [
      'Budget left 61 %',
      'Bad events left 81,130',
      'Exhausts never at this rate',
      'Reached 99.6 %',
    ]) {
      const pattern = new RegExp(`^${name.replace(/ /g, '\\s')}`);
      const tile = screen.getByRole('group', { name: pattern });
      expect(
        within(tile).getByRole('button', { name: pattern }),
      ).toBeInTheDocument();
    }
  });

  it('divide by the events of the window', async () => {
    const text = await explained(latencyMet(NOW), /^Budget left/);
    expect(text).toMatch(/^1 − error ratio ÷ \(1 − objective\)/);
    expect(text).toContain('Window: 30d');
    expect(text).toContain('51,870 bad of 13,300,000 events');
  });

  it.each([
    ['share', /^Budget left/, /divided by 13,300,000 events, as many as/],
    ['events', /^Bad events left/, /if it holds 13,300,000 events, as many as/],
  ])(
    'say of the %s of a young month that it is divided by what the last one held',
    async (_, tile, sentence) => {
      const text = await explained(earlyInTheMonth(NOW), tile);
      expect(text).toMatch(sentence);
      expect(text).toContain('Window: this month');
      expect(text).toContain(
        'From 1 Jun to 30 Jun in Asia/Kolkata; resets on 1 Jul 00:00.',
      );
    },
  );

  it('say so of a month that has grown old too, with the budget it had', async () => {
    const text = await explained(staleEarlyInTheMonth(NOW), /^Budget left/);
    expect(text).toMatch(/divided by 13,300,000 events/);
    expect(
      screen.getByRole('button', { name: /^Budget left\s70/, hidden: true }),
    ).toBeInTheDocument();
  });

  it('name the window whose pace ends the budget, with its queries', async () => {
    const slo = {
      ...burningWithBudgetLeft(NOW),
      queries: ['1h', '6h', '30d'].flatMap(window => queriesOf(window)),
    };
    const text = await explained(slo, /^Exhausts/);
    expect(text).toContain('Window: 1h');
    expect(text).toContain('281 bad of 18,468 events');
    expect(text).toContain('[1h]');
    expect(text).not.toMatch(/\[6h\]|\[30d\]/);
  });

  it('take the pace of six hours when nothing fires', async () => {
    const text = await explained(latencyMet(NOW), /^Exhausts/);
    expect(text).toContain('Window: 6h');
    expect(text).toContain('[6h]');
    expect(text).not.toMatch(/\[1h\]|\[30d\]|histogram_quantile/);
  });
});

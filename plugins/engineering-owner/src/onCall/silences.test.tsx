import type {
  AlertStatus,
  EntityMaintenance,
} from '@engineering-owner/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW as now } from '../__testUtils__/fixtures/clock';
import {
  alert,
  busyOnCall,
  quietOnCall,
} from '../__testUtils__/fixtures/onCall';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OnCallTab } from './OnCallTab';

const inHours = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000).toISOString();

const maintenance: EntityMaintenance = {
  source: { type: 'alertmanager', name: 'main' },
  silenceId: 's1',
  startsAt: now.toISOString(),
  endsAt: inHours(1),
  createdBy: 'ada',
  comment: 'moving the database',
};

const silenced = (hours: number): Partial<AlertStatus> => ({
  suppression: {
    silencedBy: [
      {
        id: `s${hours}`,
        createdBy: 'ada',
        comment: 'upgrade',
        endsAt: inHours(hours),
      },
    ],
    inhibited: false,
    mutedBy: [],
    until: inHours(hours),
  },
});

describe('the On-call tab where somebody saw to alerts', () => {
  async function render(onCall: ReturnType<typeof quietOnCall>) {
    const { container } = await renderOnEntity(
      <OnCallTab />,
      new FixtureApi({ onCall }),
    );
    const headline = await screen.findByRole('heading', { level: 2 });
    return {
      sentence: headline.textContent ?? '',
      tone: headline.querySelector('[data-tone]')?.getAttribute('data-tone'),
      container,
    };
  }

  it('heads with maintenance and its end, and is not green', async () => {
    const { sentence, tone } = await render({
      ...quietOnCall(now),
      maintenance: [maintenance],
    });
    expect(sentence).toMatch(
      /^In maintenance until \S+: nobody is told of alerts\. None is firing/,
    );
    expect(tone).toBe('unknown');
  });

  it('says what is worse than maintenance first, and the maintenance beside it', async () => {
    const { sentence, tone } = await render({
      ...busyOnCall(now),
      maintenance: [maintenance],
    });
    expect(sentence).toMatch(
      /not been acknowledged.*\. In maintenance until \S+\.$/,
    );
    expect(tone).toBe('act_now');
  });

  it('says who tells people all the same, in place of maintenance as a whole', async () => {
    const elsewhere = [{ type: 'alertmanager', name: 'us' }];
    const partly = { ...maintenance, elsewhere };
    const { sentence, tone } = await render({
      ...quietOnCall(now),
      maintenance: [partly],
    });
    expect(sentence).toMatch(
      /^In maintenance until \S+, except in Alertmanager “us”: there people are told\. No alert is firing/,
    );
    expect(tone).toBe('unknown');
    expect(screen.getByText(/all alerts are silenced/)).toHaveTextContent(
      /by ada\. Not in Alertmanager “us”\. moving the database$/,
    );
  });

  it('says beside what is worse who tells people all the same', async () => {
    const elsewhere = [{ type: 'alertmanager', name: 'us' }];
    const { sentence } = await render({
      ...busyOnCall(now),
      maintenance: [{ ...maintenance, elsewhere }],
    });
    expect(sentence).toMatch(
      /\. In maintenance until \S+, except in Alertmanager “us”\.$/,
    );
  });

  it('announces maintenance that is planned, and stays calm about it', async () => {
    const { sentence } = await render({
      ...quietOnCall(now),
      plannedMaintenance: [
        { ...maintenance, startsAt: inHours(1), endsAt: inHours(2) },
        {
          ...maintenance,
          silenceId: 's2',
          startsAt: inHours(3),
          endsAt: inHours(4),
          createdBy: '',
        },
      ],
    });
    const [first, second] = await screen.findAllByText(/^Maintenance planned/);
    expect(first).toHaveTextContent(
      /from \S+ to \S+ by ada\. moving the database$/,
    );
    expect(second).toHaveTextContent(/from \S+ to \S+\. moving the database$/);
    expect(sentence).toMatch(/^All quiet/);
  });

  it.each<[string, Array<Partial<AlertStatus>>, RegExp, string]>([
    [
      'counts silenced alerts apart',
      [{}, silenced(1), silenced(2)],
      /^1 alert is firing, 2 silenced; no incident is open\.$/,
      'look_today',
    ],
    [
      'is calm about one that is silenced, and names its silence',
      [silenced(1)],
      /^1 alert is firing and silenced until \S+ by ada \(“upgrade”\); no incident/,
      'unknown',
    ],
    [
      'says when the first of several is told of again',
      [silenced(2), silenced(1)],
      /^2 alerts are firing and silenced, the first until \S+ by ada/,
      'unknown',
    ],
    [
      'knows no end of one that is inhibited',
      [
        {
          suppression: { silencedBy: [], inhibited: true, mutedBy: [] },
        },
      ],
      /^1 alert is firing and silenced; no incident is open\.$/,
      'unknown',
    ],
  ])('%s', async (_, alerts, expected, expectedTone) => {
    const { sentence, tone } = await render({
      ...quietOnCall(now),
      alerts: alerts.map((each, n) =>
        alert(now, { fingerprint: `f${n}`, ...each }),
      ),
    });
    expect(sentence).toMatch(expected);
    expect(tone).toBe(expectedTone);
  });
});

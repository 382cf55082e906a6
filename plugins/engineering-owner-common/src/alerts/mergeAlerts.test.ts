import { AlertReport, mergeAlerts } from './mergeAlerts';
import { Alert, AlertNotification, Silence } from './model';

const prometheus = (name = 'default') => ({ type: 'prometheus', name });
const alertmanager = (name = 'default') => ({ type: 'alertmanager', name });

const active: AlertNotification = {
  state: 'active',
  silencedBy: [],
  inhibitedBy: [],
  mutedBy: [],
};
const silenced: AlertNotification = {
  ...active,
  state: 'suppressed',
  silencedBy: ['s1'],
};
const silence: Silence = {
  id: 's1',
  matchers: [],
  startsAt: '2026-03-04T05:00:00.000Z',
  endsAt: '2026-03-04T06:00:00.000Z',
  createdBy: 'ada',
  comment: 'moving the database',
};

/** What evaluates a rule says. */
function evaluated(
  labels: Record<string, string> = {},
  rest: Partial<Alert> = {},
  source = prometheus(),
): AlertReport {
  return {
    source,
    alert: {
      fingerprint: 'p1',
      name: 'ErrorsHigh',
      labels: { alertname: 'ErrorsHigh', ...labels },
      annotations: {},
      state: 'firing',
      activeAt: '2026-03-04T05:00:00.000Z',
      value: '7',
      ...rest,
    },
  };
}

/** What tells people says. */
function told(
  labels: Record<string, string> = {},
  rest: Partial<Alert> = {},
  source = alertmanager(),
): AlertReport {
  const { alert } = evaluated(labels);
  return {
    source,
    alert: {
      ...alert,
      fingerprint: 'a1',
      activeAt: '2026-03-04T05:02:00.000Z',
      value: undefined,
      notification: active,
      ...rest,
    },
  };
}

function merged(
  reports: AlertReport[],
  replicaLabels = ['replica', '__replica__'],
  now = new Date('2026-03-04T05:30:00Z'),
) {
  return mergeAlerts(reports, {
    replicaLabels: () => replicaLabels,
    silence: (_, id) => (id === silence.id ? silence : undefined),
    now,
  });
}

describe('mergeAlerts', () => {
  it.each<[string, AlertReport[], number]>([
    ['nothing', [], 0],
    [
      'two replicas of one cluster',
      [
        told({ cluster: 'eu', replica: 'a' }),
        told({ cluster: 'eu', replica: 'b' }),
      ],
      1,
    ],
    ['two clusters', [told({ cluster: 'eu' }), told({ cluster: 'us' })], 2],
    [
      'two replicas of each of two clusters',
      [
        told({ cluster: 'eu', replica: 'a' }),
        told({ cluster: 'us', replica: 'a' }),
        told({ cluster: 'eu', replica: 'b' }),
        told({ cluster: 'us', replica: 'b' }),
      ],
      2,
    ],
    [
      'two Alertmanagers of a cluster',
      [told({}, {}, alertmanager('a')), told({}, {}, alertmanager('b'))],
      1,
    ],
    ['a Prometheus and the Alertmanager it told', [evaluated(), told()], 1],
    [
      'a Prometheus with a replica label and its Alertmanager',
      [evaluated({ replica: 'a' }), told({ replica: 'b' })],
      1,
    ],
    [
      'a Prometheus and an Alertmanager of another',
      [evaluated(), told({ cluster: 'eu' })],
      2,
    ],
    [
      'two Prometheus alone, whose labels need not tell them apart',
      [
        evaluated({}, {}, prometheus('eu')),
        evaluated({}, {}, prometheus('us')),
      ],
      2,
    ],
    [
      'two Prometheus that told one Alertmanager',
      [
        evaluated({}, {}, prometheus('a')),
        evaluated({}, {}, prometheus('b')),
        told(),
      ],
      1,
    ],
    [
      'two names, though no label says them',
      [told(), told({}, { name: 'Other' })],
      2,
    ],
    ['labels that only look alike', [told({ a: 'b' }), told({ a: 'b"' })], 2],
  ])('of %s', (_, reports, rows) => {
    expect(merged(reports)).toHaveLength(rows);
    expect(merged([...reports].reverse())).toHaveLength(rows);
  });

  it('drops no label that is not configured', () => {
    const reports = [told({ replica: 'a' }), told({ replica: 'b' })];
    expect(merged(reports, [])).toHaveLength(2);
    expect(merged(reports, ['cluster'])).toHaveLength(2);
  });

  it('drops the labels of each source from its own alerts only', () => {
    // A label that tells replicas apart here tells databases apart there.
    const reports = [
      told({ member: 'a' }, {}, alertmanager('ha')),
      told({ member: 'b' }, {}, alertmanager('ha')),
      told({ member: 'c' }, {}, alertmanager('plain')),
      told({ member: 'd' }, {}, alertmanager('plain')),
    ];
    expect(membersOf(reports)).toEqual([undefined, 'c', 'd']);
  });

  it('drops them from what others told it, and from nothing else of theirs', () => {
    const ha = alertmanager('ha');
    const plain = prometheus('plain');
    expect(
      membersOf([
        told({ member: 'a' }, {}, ha),
        evaluated({ member: 'a' }, {}, plain),
        evaluated({ member: 'b' }, {}, plain),
        evaluated({ member: 'c', other: 'yes' }, {}, plain),
        evaluated({ member: 'd', other: 'yes' }, {}, plain),
      ]),
    ).toEqual([undefined, 'c', 'd']);
  });

  function membersOf(reports: AlertReport[]) {
    return mergeAlerts(reports, {
      replicaLabels: ({ name }) => (name === 'ha' ? ['member'] : []),
      silence: () => undefined,
      now: new Date(silence.startsAt),
    }).map(({ labels }) => labels.member);
  }

  it('knows from each what it alone knows', () => {
    const [row] = merged([
      told({ replica: 'a' }, { notification: silenced }),
      evaluated({}, { annotations: { summary: 'errors' } }),
    ]);
    expect(row).toEqual({
      source: prometheus(),
      fingerprint: 'p1',
      name: 'ErrorsHigh',
      summary: 'errors',
      state: 'firing',
      since: '2026-03-04T05:00:00.000Z',
      labels: { alertname: 'ErrorsHigh' },
      value: '7',
      suppression: {
        silencedBy: [
          {
            id: 's1',
            createdBy: 'ada',
            endsAt: '2026-03-04T06:00:00.000Z',
            comment: 'moving the database',
          },
        ],
        inhibited: false,
        mutedBy: [],
        until: '2026-03-04T06:00:00.000Z',
      },
      reportedBy: [prometheus(), alertmanager()],
    });
  });

  it('takes the earliest start, whoever tells it', () => {
    const early = { activeAt: '2026-03-04T01:00:00.000Z' };
    expect(merged([evaluated(), told({}, early)])[0].since).toBe(
      early.activeAt,
    );
    expect(
      merged([told({ replica: 'a' }), told({ replica: 'b' }, early)])[0].since,
    ).toBe(early.activeAt);
  });

  it('is firing as long as anybody says so', () => {
    const pending = evaluated({}, { state: 'pending' });
    const [row] = merged([pending, told()]);
    expect(row.state).toBe('firing');
    expect(row.since).toBe(pending.alert.activeAt);
    expect(row.source).toEqual(alertmanager());
    expect(
      merged([pending, evaluated({}, {}, prometheus('b')), told()])[0],
    ).toMatchObject({ state: 'firing', source: prometheus('b') });
    expect(merged([pending])[0].state).toBe('pending');
  });

  it.each<[string, AlertNotification[], boolean]>([
    ['all say so', [silenced, silenced], true],
    ['one tells people', [silenced, active], false],
    [
      'one has not decided',
      [silenced, { ...active, state: 'unprocessed' }],
      false,
    ],
  ])('says that nobody is told when %s', (_, notifications, expected) => {
    const [row] = merged(
      notifications.map((notification, i) =>
        told({ replica: `${i}` }, { notification }),
      ),
    );
    expect(row.suppression !== undefined).toBe(expected);
  });

  it.each<[string, Partial<AlertNotification>, string[] | undefined]>([
    ['and nothing else', {}, undefined],
    ['and another', { silencedBy: ['s1', 'unread'] }, ['unread']],
    ['and it is inhibited', { inhibitedBy: ['f2'] }, []],
    ['and it is muted', { mutedBy: ['weekends'] }, []],
  ])(
    'believes no silence that is over, whatever its source said last: that %s',
    (_, rest, expected) => {
      const notification = { ...silenced, ...rest };
      const [row] = merged(
        [told({}, { notification })],
        [],
        new Date(silence.endsAt),
      );
      expect(row.suppression?.silencedBy.map(({ id }) => id)).toEqual(expected);
    },
  );

  it('tells a silence by its id alone until it is read', () => {
    const notification = { ...silenced, silencedBy: ['unread', 's1'] };
    expect(
      merged([told({}, { notification })])[0].suppression?.silencedBy,
    ).toEqual([{ id: 'unread' }, expect.objectContaining({ id: 's1' })]);
  });

  it.each<[string, Array<Partial<AlertNotification>>, string | undefined]>([
    ['its silence ends', [{}], '06:00'],
    ['the last of its silences ends', [{ silencedBy: ['s1', 's2'] }], '08:00'],
    [
      'the silences of one of two end',
      [{ silencedBy: ['s1', 's2'] }, { silencedBy: ['s3'] }],
      '07:00',
    ],
    [
      'nobody knows when: its silence is not read',
      [{ silencedBy: ['x'] }],
      undefined,
    ],
    [
      'nobody knows when: one of its silences is not read',
      [{ silencedBy: ['s1', 'x'] }],
      undefined,
    ],
    [
      'nobody knows when: the other inhibits it',
      [{}, { silencedBy: [], inhibitedBy: ['f2'] }],
      undefined,
    ],
    [
      'nobody knows when: its route is muted too',
      [{ mutedBy: ['nights'] }],
      undefined,
    ],
  ])('says that it is told of again when %s', (_, notifications, until) => {
    const ends: Record<string, string> = { s1: '06', s2: '08', s3: '07' };
    const [row] = mergeAlerts(
      notifications.map((rest, i) =>
        told(
          {},
          { notification: { ...silenced, ...rest } },
          alertmanager(`${i}`),
        ),
      ),
      {
        replicaLabels: () => [],
        silence: (_source, id) =>
          ends[id] === undefined
            ? undefined
            : { ...silence, id, endsAt: `2026-03-04T${ends[id]}:00:00.000Z` },
        now: new Date('2026-03-04T05:30:00Z'),
      },
    );
    expect(row.suppression).toBeDefined();
    expect(row.suppression?.until?.slice(11, 16)).toBe(until);
  });

  it('tells an inhibited alert and one whose route is muted', () => {
    const inhibited: AlertNotification = {
      ...active,
      state: 'suppressed',
      inhibitedBy: ['f2'],
    };
    const muted: AlertNotification = {
      ...active,
      state: 'suppressed',
      mutedBy: ['weekends'],
    };
    const rows = merged([
      told({ a: '1' }, { notification: inhibited }),
      told({ a: '2' }, { notification: muted }),
    ]);
    expect(rows.map(({ suppression }) => suppression)).toEqual([
      { silencedBy: [], inhibited: true, mutedBy: [] },
      { silencedBy: [], inhibited: false, mutedBy: ['weekends'] },
    ]);
  });
});

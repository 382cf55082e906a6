import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { ConfigProblems } from '../sources/ConfigProblems';
import { readTemplates } from './readTemplates';

const good = {
  name: 'availability',
  filter: { kind: 'component' },
  prometheus: 'default',
  entityLabel: 'service',
  indicator: { ratio: { total: 'requests' } },
  objective: 99.9,
  window: '30d',
};

function read(templates: JsonValue) {
  const problems = new ConfigProblems({ logger: mockServices.logger.mock() });
  const config = new ConfigReader({
    engineeringOwner: { slos: { templates } },
  });
  return {
    templates: readTemplates(config, problems),
    messages: problems.list().map(({ message }) => message),
  };
}

describe('readTemplates', () => {
  it('reads a template with its source, objective and window', () => {
    expect(read([good])).toEqual({
      messages: [],
      templates: [
        {
          name: 'availability',
          title: 'availability',
          place: 'engineeringOwner.slos.templates[0]',
          filter: { kind: 'component' },
          source: { type: 'prometheus', name: 'default' },
          entityLabel: 'service',
          entityValue: 'metadata.name',
          indicator: { ratio: { total: 'requests' } },
          objective: 0.999,
          window: { type: 'rolling', duration: '30d', seconds: 2592000 },
        },
      ],
    });
  });

  it.each<[JsonValue, string]>([
    ['4w', '28d'],
    [{ days: 28 }, '28d'],
    ['P7D', '7d'],
    ['1d12h', '36h'],
  ])('reads the window %j as %s', (window, duration) => {
    const { templates } = read([{ ...good, window }]);
    expect(templates[0].window.duration).toBe(duration);
  });

  it('reads a month of a calendar, and an alert policy of its own', () => {
    const calendar = {
      duration: '1M',
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Asia/Kolkata',
    };
    const { templates } = read([
      { ...good, window: { calendar }, alerting: 'strict' },
    ]);
    expect(templates[0]).toMatchObject({
      alerting: 'strict',
      window: {
        type: 'calendar',
        duration: '1M',
        startTime: '2026-01-01T00:00:00',
        timeZone: 'Asia/Kolkata',
      },
    });
  });

  it.each<[string, JsonValue, string]>([
    ['window', { calendar: { duration: '1M' } }, 'duration, startTime and'],
    [
      'window',
      {
        calendar: {
          duration: '1m',
          startTime: '2026-01-01 00:00:00',
          timeZone: 'UTC',
        },
      },
      'write whole periods from 1d to 1Y',
    ],
    ['alerting', 5, 'alerting is 5; expected the name of an alert policy'],
    ['objective', 100, 'objective is 100; expected a percentage below 100'],
    ['objective', 0, 'objective is 0; expected a percentage above 0'],
    ['objective', 'high', 'objective is "high"; expected a percentage'],
    ['window', 'soon', 'window is "soon"'],
    ['window', '90s', 'window is "90s" (a window is a whole number of hours'],
    ['window', { months: 1 }, 'months and years differ in length'],
    ['filter', 7, 'filter is 7'],
    ['filter', { kind: { $maybe: 1 } }, 'filter is {"kind":{"$maybe":1}}'],
    ['entityLabel', 'a-b', 'entityLabel is "a-b"; expected a metric label'],
    ['name', 'a/b', 'name is "a/b"; expected a name of letters'],
    ['indicator', 'up', 'indicator is "up"; expected an object'],
    ['objectve', 99, 'objectve is 99; expected one of the keys'],
  ])('leaves out only the template whose %s is %j', (key, value, message) => {
    const { templates, messages } = read([
      { ...good, name: 'wrong', [key]: value },
      good,
    ]);

    expect(templates.map(({ name }) => name)).toEqual(['availability']);
    expect(messages).toEqual([
      expect.stringContaining(`engineeringOwner.slos.templates[0].`),
    ]);
    expect(messages[0]).toContain(message);
  });

  it('takes the first of two templates with one name', () => {
    const { templates, messages } = read([good, { ...good, objective: 90 }]);

    expect(templates).toEqual([expect.objectContaining({ objective: 0.999 })]);
    expect(messages).toEqual([
      'engineeringOwner.slos.templates[1].name is "availability"; expected a name that no other template has; the first one is used',
    ]);
  });

  it.each<[JsonValue, string]>([
    ['availability', 'templates is a string; expected a list'],
    [['availability'], 'templates[0] is a string'],
  ])(
    'says what is wrong with %j in the place of templates',
    (value, message) => {
      const { templates, messages } = read(value);
      expect(templates).toEqual([]);
      expect(messages[0]).toContain(message);
    },
  );

  it('has no templates without configuration', () => {
    const problems = new ConfigProblems({ logger: mockServices.logger.mock() });
    expect(readTemplates(new ConfigReader({}), problems)).toEqual([]);
    expect(problems.list()).toEqual([]);
  });
});

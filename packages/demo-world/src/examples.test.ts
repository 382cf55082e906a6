import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { alertRules } from './metrics';
import { people, services, systems, teams } from './world/world';

const examples = resolve(__dirname, '../../../examples');

const entitySchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    title: z.string().optional(),
    description: z.string().optional(),
    annotations: z.record(z.string(), z.unknown()).default({}),
    labels: z.record(z.string(), z.unknown()).default({}),
    links: z.array(z.object({ url: z.string(), type: z.string() })).default([]),
  }),
  spec: z.record(z.string(), z.unknown()),
});
type Entity = z.infer<typeof entitySchema> & { file: string };

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  alerts: z.array(z.string()),
  owner: z.string(),
  last_reviewed_on: z.iso.date(),
  review_in: z.string().regex(/^\d+d$/),
  last_tested_on: z.iso.date().optional(),
  test_in: z.string().regex(/^\d+d$/),
  severity: z.enum(['page', 'ticket']),
});

function entitiesOf(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document => {
    expect(document.errors).toEqual([]);
    return { ...entitySchema.parse(document.toJS()), file };
  });
}

/** Everything that the catalog reaches from the one location. */
function wholeCatalog(): Entity[] {
  const found = entitiesOf(resolve(examples, 'catalog-info.yaml'));
  for (const { kind, spec, file } of found) {
    if (kind === 'Location') {
      for (const target of z.array(z.string()).parse(spec.targets)) {
        found.push(...entitiesOf(resolve(dirname(file), target)));
      }
    }
  }
  return found;
}

const catalog = wholeCatalog();
const ofKind = (kind: string) => catalog.filter(e => e.kind === kind);
const named = (kind: string, name: string) => {
  const entity = ofKind(kind).find(e => e.metadata.name === name);
  if (!entity) {
    throw new Error(`The examples have no ${kind} "${name}"`);
  }
  return entity;
};
const annotation = (entity: Entity, key: string) =>
  entity.metadata.annotations[`engineering-owner/${key}`];
const userRef = (name: string | undefined) =>
  name === undefined ? undefined : `user:default/${name}`;

function runbookPaths(entity: Entity): string[] {
  return String(annotation(entity, 'runbooks') ?? '')
    .split(',')
    .map(path => path.trim())
    .filter(path => path !== '')
    .map(path => resolve(dirname(entity.file), path));
}

function frontMatterOf(file: string) {
  const [, yaml] = readFileSync(file, 'utf8').split(/^---$/m);
  return frontMatterSchema.parse(parse(yaml));
}

it('has the people of the cast, without those who left', () => {
  expect(
    ofKind('User')
      .map(({ metadata, spec }) => ({ name: metadata.name, ...spec }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  ).toEqual(
    people
      .filter(({ inCatalog }) => inCatalog)
      .map(({ name, displayName, email, memberOf }) => ({
        name,
        profile: { displayName, email },
        memberOf,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
});

it('has every group that somebody is in or that owns something', () => {
  const groups = ofKind('Group').map(({ metadata }) => metadata.name);
  expect(groups).toEqual(expect.arrayContaining(teams.map(({ name }) => name)));
  expect(groups).toEqual(
    expect.arrayContaining(people.flatMap(({ memberOf }) => memberOf)),
  );
  const owners = catalog.flatMap(({ spec }) => spec.owner ?? []);
  expect(groups.map(name => `group:default/${name}`)).toEqual(
    expect.arrayContaining(owners),
  );
});

it.each(systems.map(system => [system.name, system] as const))(
  'describes the system %s as the cast does',
  (name, system) => {
    const entity = named('System', name);
    expect(entity.metadata.title).toBe(system.title);
    expect(entity.spec).toEqual({
      owner: `group:default/${system.owner}`,
      domain: system.domain,
    });
    expect(named('Domain', system.domain)).toBeDefined();
    expect(annotation(entity, 'primary')).toBe(userRef(system.primary));
    expect(annotation(entity, 'deputy')).toBe(userRef(system.deputy));
    expect(annotation(entity, 'tier')).toBe(system.tier);
  },
);

it('has no component that the cast does not know', () => {
  expect(ofKind('Component').map(({ metadata }) => metadata.name)).toEqual(
    services.map(({ name }) => name),
  );
});

it.each(services.map(service => [service.name, service] as const))(
  'describes %s as the cast does',
  (name, service) => {
    const entity = named('Component', name);
    expect(entity.metadata.title).toBe(service.title);
    expect(entity.metadata.description).toBe(service.description);
    expect(entity.spec).toMatchObject({
      type: 'service',
      owner: `group:default/${service.owner}`,
      system: service.system,
    });
    expect(annotation(entity, 'primary')).toBe(userRef(service.primary));
    expect(annotation(entity, 'deputy')).toBe(userRef(service.deputy));
    const tier =
      annotation(entity, 'tier') ??
      annotation(named('System', service.system), 'tier');
    expect(String(tier)).toBe(service.tier);
    const pagerduty = entity.metadata.annotations['pagerduty.com/service-id'];
    expect(pagerduty).toBe(service.pagerdutyServiceIds.join(',') || undefined);
  },
);

it('has one tier that YAML reads as a number', () => {
  const numbers = ofKind('Component').filter(
    entity => typeof annotation(entity, 'tier') === 'number',
  );
  expect(numbers.map(({ metadata }) => metadata.name)).toEqual(['login']);
});

it('keeps the OpenSLO documents in a location of their own, with list labels', () => {
  const slo = named('SLO', 'checkout-orders');
  expect(Object.values(slo.metadata.labels).every(Array.isArray)).toBe(true);
  const others = catalog.filter(e => e.file === slo.file && e.kind !== 'SLO');
  expect(others).toEqual([]);
});

describe('SLO documents', () => {
  const files = readdirSync(resolve(examples, 'slos')).map(name =>
    resolve(examples, 'slos', name),
  );

  it.each(files.map(file => [file.slice(examples.length + 1), file]))(
    '%s is named by the component it is about',
    (path, file) => {
      const documents = entitiesOf(file);
      const service = path.replace(/^slos\/|\.yaml$/g, '');
      expect(
        documents
          .filter(({ kind }) => kind === 'SLO')
          .map(({ spec }) => spec.service),
      ).toContain(service);
      const slos = String(annotation(named('Component', service), 'slos'));
      expect(`./${path}`).toMatch(
        new RegExp(`^${slos.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
      );
    },
  );

  it('are named by nobody else', () => {
    expect(
      ofKind('Component').filter(entity => annotation(entity, 'slos')),
    ).toHaveLength(files.length);
  });
});

describe('runbooks', () => {
  const files = readdirSync(resolve(examples, 'runbooks'), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.md'))
    .map(name => resolve(examples, 'runbooks', name));

  it.each(files.map(file => [file.slice(examples.length + 1), file]))(
    '%s has front matter and is named by its component',
    (_, file) => {
      const { owner } = frontMatterOf(file);
      expect(owner).toMatch(/^(group|user):default\//);
      const component = file.split('/').at(-2) ?? '';
      expect(runbookPaths(named('Component', component))).toContain(file);
    },
  );

  it('are all there, but the one that warehouse-sync lost', () => {
    const dead = ofKind('Component').flatMap(entity =>
      runbookPaths(entity).filter(file => !existsSync(file)),
    );
    expect(dead).toEqual([
      resolve(examples, 'runbooks/warehouse-sync/queue-stuck.md'),
    ]);
  });

  it('say which alerts they answer, and those exist', () => {
    const known = alertRules.map(({ alertname }) => alertname);
    expect(known).toEqual(
      expect.arrayContaining(files.flatMap(file => frontMatterOf(file).alerts)),
    );
  });

  it('answer every alert that names one, but the one that nobody wrote', () => {
    const unanswered = alertRules.filter(rule => {
      const [service, runbook] = (rule.runbookUrl ?? '').split('/').slice(-2);
      const file = resolve(examples, 'runbooks', service, `${runbook}.md`);
      if (existsSync(file)) {
        return !frontMatterOf(file).alerts.includes(rule.alertname);
      }
      const { annotations, links } = named('Component', rule.service).metadata;
      const published = [
        annotations['backstage.io/runbook-url'],
        ...links.filter(link => link.type === 'runbook').map(link => link.url),
      ];
      return !rule.runbookUrl || !published.includes(rule.runbookUrl);
    });
    expect(unanswered.map(({ alertname }) => alertname)).toEqual([
      'ProductPagesErrorBudgetBurnSlow',
      'RecommendationsLatencyHigh',
    ]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  applyPrometheusProfile,
  checkOpenSlo,
  parseRoles,
  readFrontMatter,
} from '@engineering-owner/backstage-plugin-common';
import matter from 'gray-matter';
import { readTargets } from './onCall/readTargets';
import { readRunbookDefaults } from './runbooks/readRunbookDefaults';
import { readAlerting } from './slos/readAlerting';
import { readTemplates } from './slos/readTemplates';
import { ConfigProblems } from './sources/ConfigProblems';

const root = path.resolve(__dirname, '../../..');

interface Block {
  place: string;
  text: string;
}

function markdownFiles(): string[] {
  const docs = readdirSync(path.join(root, 'docs'), { recursive: true })
    .map(String)
    .filter(file => file.endsWith('.md'))
    .map(file => path.join('docs', file));
  return ['README.md', ...docs].filter(file =>
    existsSync(path.join(root, file)),
  );
}

/** The YAML blocks of a file, taken out of lists they may stand in. */
function yamlBlocks(file: string): Block[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^( *)```ya?ml\b.*\n([\s\S]*?)^\1```$/gm)].map(
    match => ({
      place: `${file}:${text.slice(0, match.index).split('\n').length}`,
      text: match[2].replace(new RegExp(`^${match[1]}`, 'gm'), ''),
    }),
  );
}

/** The documents of a block; throws where the YAML is wrong. */
function parse(text: string): JsonObject[] {
  return text
    .split(/^---$/m)
    .filter(document => document.trim() !== '')
    .map(
      document => matter(`---\n${document}\n---\n`, { language: 'yaml' }).data,
    );
}

const blocks = markdownFiles().flatMap(yamlBlocks);
const documents = blocks.flatMap(({ place, text }) => {
  try {
    return parse(text).map(data => ({ place, data }));
  } catch {
    return [];
  }
});

const isEntity = (data: JsonObject) =>
  String(data.apiVersion).startsWith('backstage.io/');

describe('the YAML in the documentation', () => {
  it('is found', () => {
    const files = new Set(blocks.map(({ place }) => place.split(':')[0]));
    expect([...files]).toEqual(
      expect.arrayContaining([
        'docs/catalog.md',
        'docs/ownership.md',
        'docs/runbooks.md',
      ]),
    );
  });

  it.each(blocks)('at $place parses', ({ text }) => {
    for (const data of parse(text)) {
      expect(Object.keys(data)).not.toEqual([]);
    }
  });

  it.each(documents.filter(({ data }) => 'engineeringOwner' in data))(
    'at $place is a configuration nothing is wrong with',
    ({ data }) => {
      const config = new ConfigReader(data);
      const problems = new ConfigProblems({
        logger: mockServices.logger.mock(),
      });
      readTemplates(config, problems);
      readAlerting(config, problems);
      readTargets(config, problems);
      readRunbookDefaults(config, problems);
      expect(problems.list()).toEqual([]);
    },
  );

  it.each(documents.filter(({ data }) => isEntity(data)))(
    'at $place is an entity nothing is wrong with',
    ({ data }) => {
      const entity: Entity = JSON.parse(JSON.stringify(data));
      expect(parseRoles(entity).problems).toEqual([]);
    },
  );

  it.each(blocks.filter(({ text }) => /^apiVersion: openslo\//m.test(text)))(
    'at $place is OpenSLO nothing is wrong with',
    ({ text }) => {
      const { documents: valid, problems } = checkOpenSlo(text);
      const profile = applyPrometheusProfile(valid);
      expect([...problems, ...profile.problems]).toEqual([]);
      expect(profile.definitions).not.toEqual([]);
    },
  );

  it.each(documents.filter(({ data }) => 'last_reviewed_on' in data))(
    'at $place is front matter nothing is wrong with',
    ({ data }) => {
      expect(readFrontMatter(data).problems).toEqual([]);
    },
  );
});

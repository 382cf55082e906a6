import { randomUUID } from 'node:crypto';
import {
  problemSchema,
  sloDefinitionSchema,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import { parseJsonColumn } from '../store/jsonColumn';
import { keepKnown } from '../store/keepKnown';
import { SloMember } from './matchTemplate';

/** Stands for the group of definitions that have none. */
export const noGroup = '';

interface DefinitionRow {
  entity_ref: string;
  name: string;
  group_id: string | null;
  entity_value: string | null;
  invalid: string | null;
  definition: string | null;
  selector: string | null;
}

/** Which entity has which objectives. */
export class DefinitionStore {
  readonly #knex: Knex;
  /** Members of groups as last read, while their revision stands. */
  readonly #held = new Map<
    string,
    { revision: string; members: SloMember[] }
  >();

  /** What this process last made the definitions from, and their revisions then. */
  #made?: { digest?: string; revisions: string };

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listOfEntity(entityRef: string): Promise<SloMember[]> {
    const rows = await this.#knex<DefinitionRow>('slo_definitions')
      .where({ entity_ref: entityRef })
      .orderBy('name');
    return rows.map(toMember);
  }

  /**
   * Many, and needed every minute: read again only when another revision of
   * the group has been written, by this process or another.
   */
  async listOfGroup(groupId: string): Promise<SloMember[]> {
    const row: { revision: string } | undefined = await this.#knex(
      'slo_revisions',
    )
      .where({ group_id: groupId })
      .first('revision');
    const held = this.#held.get(groupId);
    if (row && held?.revision === row.revision) {
      return held.members;
    }
    const rows = await this.#knex<DefinitionRow>('slo_definitions')
      .where({ group_id: groupId })
      .orderBy(['entity_value', 'entity_ref', 'name']);
    const members = rows.map(toMember);
    if (row) {
      this.#held.set(groupId, { revision: row.revision, members });
    }
    return members;
  }

  /** The series behind the SLOs of some entities, by entity ref. */
  async listSeriesOfEntities(
    entityRefs: string[],
  ): Promise<Map<string, Array<{ groupId: string; entityValue: string }>>> {
    const series = new Map<
      string,
      Array<{ groupId: string; entityValue: string }>
    >();
    for (const chunk of inChunks([...new Set(entityRefs)])) {
      const rows = await this.#knex<DefinitionRow>('slo_definitions')
        .select('entity_ref', 'group_id', 'entity_value')
        .whereIn('entity_ref', chunk)
        .whereNull('invalid');
      for (const { entity_ref, group_id, entity_value } of rows) {
        if (group_id !== null && entity_value !== null) {
          const own = series.get(entity_ref) ?? [];
          own.push({ groupId: group_id, entityValue: entity_value });
          series.set(entity_ref, own);
        }
      }
    }
    return series;
  }

  /** What the groups of templates are narrowed by, each once. */
  async listSelectors(): Promise<Array<{ name: string; selector: string }>> {
    const rows: Array<Pick<DefinitionRow, 'name' | 'selector'>> =
      await this.#knex('slo_definitions')
        .distinct('name', 'selector')
        .whereNotNull('selector')
        .orderBy(['name', 'selector']);
    return rows.flatMap(({ name, selector }) =>
      selector === null ? [] : [{ name, selector }],
    );
  }

  /** Label values of the entities that have an SLO of a group. */
  async listValuesOfGroup(groupId: string): Promise<string[]> {
    const members = await this.listOfGroup(groupId);
    return [
      ...new Set(members.flatMap(({ entityValue }) => entityValue ?? [])),
    ];
  }

  /** Whether nobody has written definitions since they were made from this. */
  async isMadeFrom(digest: string): Promise<boolean> {
    return (
      this.#made?.digest === digest &&
      (await readRevisions(this.#knex)) === this.#made.revisions
    );
  }

  /**
   * Makes the definitions of these names what they are now, and drops those of
   * names that are no longer known. Writes only what differs.
   */
  async replace(options: {
    /** Names whose members are given in full. */
    matched: string[];
    /** Names that stay as they are, because they could not be matched now. */
    kept: string[];
    members: SloMember[];
    /** What they were made from, see {@link isMadeFrom}. */
    digest?: string;
  }): Promise<{ added: number }> {
    const { matched, kept, members, digest } = options;
    const stored = new Map(
      (await this.#knex<DefinitionRow>('slo_definitions')).map(row => [
        keyOf(row),
        row,
      ]),
    );
    const rows = members.map(toRow);
    const changed = rows.filter(row => !isSame(row, stored.get(keyOf(row))));
    const present = new Set(rows.map(keyOf));
    const gone = [...stored.values()].filter(
      row =>
        !present.has(keyOf(row)) &&
        (matched.includes(row.name) || !kept.includes(row.name)),
    );
    const before = changed.flatMap(row => stored.get(keyOf(row)) ?? []);
    const touched = groupsOf([...gone, ...before, ...changed]);
    const revisions = await this.#knex.transaction(async trx => {
      await lockGroups(trx, touched);
      for (const chunk of inChunks(changed)) {
        await trx<DefinitionRow>('slo_definitions')
          .insert(chunk)
          .onConflict(['entity_ref', 'name'])
          .merge();
      }
      await deleteRows(trx, 'slo_definitions', gone);
      // What was judged of other series says nothing about these.
      const anew = changed.filter(row =>
        isOfOtherSeries(row, stored.get(keyOf(row))),
      );
      await deleteRows(trx, 'slo_pair_states', [...gone, ...anew]);
      await deleteRows(trx, 'slo_verdicts', [...gone, ...anew]);
      for (const groupIds of inChunks(touched)) {
        await dropReadingsOfNobody(trx, groupIds);
        await trx('slo_revisions')
          .insert(
            groupIds.map(group_id => ({
              group_id,
              revision: randomUUID(),
              // Some may have been deleted here.
              verdicts: null,
            })),
          )
          .onConflict('group_id')
          .merge();
      }
      return readRevisions(trx);
    });
    this.#made = { digest, revisions };
    return { added: changed.filter(row => !stored.has(keyOf(row))).length };
  }

  /** Lets go of what is in memory of other groups. */
  keepInMemory(isKnown: (groupId: string) => boolean): void {
    keepKnown(this.#held, isKnown);
  }
}

/** Of all groups: every write of definitions changes them. */
async function readRevisions(knex: Knex): Promise<string> {
  const rows: Array<{ group_id: string; revision: string }> = await knex(
    'slo_revisions',
  )
    .select('group_id', 'revision')
    .orderBy('group_id');
  return JSON.stringify(
    rows.map(({ group_id, revision }) => [group_id, revision]),
  );
}

/**
 * Waits for whoever writes what was judged of the groups, and keeps others from
 * it: they lock the group's revision before its rows, too.
 */
async function lockGroups(
  trx: Knex.Transaction,
  groupIds: readonly string[],
): Promise<void> {
  for (const chunk of inChunks([...groupIds].sort())) {
    await trx('slo_revisions')
      .whereIn('group_id', chunk)
      .orderBy('group_id')
      .forUpdate()
      .select('group_id');
  }
}

async function deleteRows(
  trx: Knex.Transaction,
  table: string,
  rows: DefinitionRow[],
): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await trx(table)
      .whereIn(
        ['entity_ref', 'name'],
        chunk.map(({ entity_ref, name }) => [entity_ref, name]),
      )
      .delete();
  }
}

async function dropReadingsOfNobody(
  trx: Knex.Transaction,
  groupIds: string[],
): Promise<void> {
  await trx('sli_readings')
    .whereIn('group_id', groupIds)
    .whereNotIn(
      ['group_id', 'entity_value'],
      trx<DefinitionRow>('slo_definitions')
        .select('group_id', 'entity_value')
        .whereIn('group_id', groupIds)
        .whereNotNull('entity_value'),
    )
    .delete();
}

function keyOf(row: Pick<DefinitionRow, 'entity_ref' | 'name'>): string {
  return JSON.stringify([row.entity_ref, row.name]);
}

/** Those that have no group have one revision among them. */
function groupsOf(rows: DefinitionRow[]): string[] {
  return [...new Set(rows.map(row => row.group_id ?? noGroup))];
}

function isSame(row: DefinitionRow, stored: DefinitionRow | undefined) {
  return (
    stored !== undefined &&
    row.group_id === stored.group_id &&
    row.entity_value === stored.entity_value &&
    row.invalid === stored.invalid &&
    row.definition === stored.definition &&
    row.selector === stored.selector
  );
}

/** Whether an SLO that was there is measured by something else now. */
function isOfOtherSeries(
  row: DefinitionRow,
  stored: DefinitionRow | undefined,
) {
  return (
    stored !== undefined &&
    (row.group_id !== stored.group_id ||
      row.entity_value !== stored.entity_value)
  );
}

function toRow(member: SloMember): DefinitionRow {
  return {
    entity_ref: member.entityRef,
    name: member.name,
    group_id: member.groupId ?? null,
    entity_value: member.entityValue ?? null,
    invalid: member.invalid ? JSON.stringify(member.invalid) : null,
    definition: member.definition ? JSON.stringify(member.definition) : null,
    selector: member.selector ?? null,
  };
}

function toMember(row: DefinitionRow): SloMember {
  const invalid = parseJsonColumn(problemSchema, row.invalid);
  const definition = parseJsonColumn(sloDefinitionSchema, row.definition);
  return {
    entityRef: row.entity_ref,
    name: row.name,
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.entity_value !== null && { entityValue: row.entity_value }),
    ...(invalid && { invalid }),
    ...(definition && { definition }),
    ...(row.selector !== null && { selector: row.selector }),
  };
}

import {
  ReadingState,
  SloTone,
  SloVerdictCode,
  verdictRank,
} from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { valuesOf } from '../../store/recordset';
import { ListQuery } from './listQuery';

/** A verdict that is not renewed for so long is no verdict on the present. */
const staleAfterMilliseconds = 5 * 60_000;

/** One SLO of a page. */
export interface ListedSlo {
  entity_ref: string;
  name: string;
  group_id: string | null;
  entity_value: string | null;
  definition: string | null;
  state: ReadingState;
  tone: SloTone;
  code: SloVerdictCode;
}

const staleRank = verdictRank({ tone: 'unknown', code: 'stale' });
const pendingRank = verdictRank({ tone: 'unknown', code: 'pending' });
const invalidRank = verdictRank({ tone: 'unknown', code: 'invalid' });

const notUnderstood = 'slos.invalid is not null or slos.definition is null';

/** Sorts, filters and pages the stored verdicts; judges none anew. */
export class SloListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param entityRefs - those that may be listed; absent: all */
  async list(
    query: ListQuery,
    options: { now: Date; entityRefs: string[] | undefined },
  ): Promise<{ total: number; slos: ListedSlo[] }> {
    const judged = () => this.#judged(query, options);
    const [{ count }] = await this.#knex.from(judged()).count({ count: '*' });
    const slos: ListedSlo[] = await this.#knex
      .from(judged())
      .orderBy('rank')
      // Knex's own "nulls last" sorts by nothing else on SQLite.
      .orderByRaw('?? is null, ??', ['remaining', 'remaining'])
      .orderBy(['entity_ref', 'name'])
      .offset(query.offset)
      .limit(query.limit);
    return { total: Number(count), slos };
  }

  /** Every SLO with the verdict that stands at this moment. */
  #judged(
    { state, tone, code }: ListQuery,
    options: { now: Date; entityRefs: string[] | undefined },
  ) {
    const stale = new Date(
      options.now.getTime() - staleAfterMilliseconds,
    ).toISOString();
    // A clock that was set back leaves verdicts of the future: no better.
    const future = new Date(
      options.now.getTime() + staleAfterMilliseconds,
    ).toISOString();
    const decide = (old: string, none: string, invalid: string, as: string) =>
      this.#knex.raw(
        `case when ${notUnderstood} then ? when verdicts.${as} is null then ?
           when verdicts.code = 'invalid' then verdicts.${as}
           when groups.judged_at is null or groups.judged_at < ? or groups.judged_at > ? then ?
           else verdicts.${as} end as ??`,
        [invalid, none, stale, future, old, as],
      );
    const rank = this.#knex.raw(
      `case when ${notUnderstood} then ${invalidRank}
         when verdicts.rank is null then ${pendingRank}
         when verdicts.code = 'invalid' then verdicts.rank
         when groups.judged_at is null or groups.judged_at < ? or groups.judged_at > ? then ${staleRank}
         else verdicts.rank end as rank`,
      [stale, future],
    );
    const all = this.#knex('slo_definitions as slos')
      .leftJoin('slo_verdicts as verdicts', join =>
        join
          .on('verdicts.entity_ref', 'slos.entity_ref')
          .andOn('verdicts.name', 'slos.name'),
      )
      .leftJoin('sli_groups as groups', 'groups.id', 'slos.group_id')
      .select(
        'slos.entity_ref',
        'slos.name',
        'slos.group_id',
        'slos.entity_value',
        'slos.definition',
        'verdicts.remaining',
        decide('stale', 'pending', 'invalid', 'state'),
        decide('unknown', 'unknown', 'unknown', 'tone'),
        decide('stale', 'pending', 'invalid', 'code'),
        rank,
      );
    const { entityRefs } = options;
    if (entityRefs) {
      const visible = valuesOf(this.#knex, 'visible', entityRefs);
      all.whereExists(
        this.#knex
          .select(this.#knex.raw('1'))
          .from(this.#knex.raw(visible.sql, visible.bindings))
          .whereRaw('visible.value = slos.entity_ref'),
      );
    }
    const chosen = this.#knex.from(all.as('every')).select('*');
    for (const [column, wanted] of Object.entries({ state, tone, code })) {
      if (wanted) {
        chosen.whereIn(column, wanted);
      }
    }
    return chosen.as('judged');
  }
}

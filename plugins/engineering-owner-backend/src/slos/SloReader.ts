import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  LedgerHour,
  Problem,
  SloDefinition,
  SloQuery,
  StoredReading,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { readVisible } from '../entities/readVisible';
import { CompiledTemplate } from './CompiledTemplate';
import { DefinitionStore } from './DefinitionStore';
import { findSource } from './findSource';
import { sinceMidnight } from './sinceMidnight';
import { GroupPlans } from './GroupPlans';
import { mergeMembers } from './mergeMembers';
import { GroupInspection, GroupStore } from './GroupStore';
import { DAY, dayOf } from './ledger/LedgerDay';
import { ledgerHours } from './ledger/ledgerHours';
import { LedgerStore } from './ledger/LedgerStore';
import { matchTemplate, SloMember } from './matchTemplate';
import {
  namedBy,
  namedByMember,
  wordMember,
  wordProblem,
} from './namedEntities';
import { ReadingStore } from './ReadingStore';
import { SightingStore } from './SightingStore';
import { seriesKey } from './Series';
import { SliGroupPlan } from './SliGroupPlan';
import { storedReadings, windowFacts } from './storedReadings';
import { windowDuration } from './windowDuration';
import { WindowStatus, WindowStore } from './WindowStore';

/** What the store holds of one SLO. */
export interface SloRecord {
  readings: StoredReading[];
  queries: SloQuery[];
  inspection?: GroupInspection;
}

/** Fetches what the store holds of an entity's SLOs; asks no source. */
export class SloReader {
  readonly #catalog: CatalogService;
  readonly #templates: CompiledTemplate[];
  readonly #sources: SliSource[];
  readonly #plans: GroupPlans;
  readonly #definitions: DefinitionStore;
  readonly #groups: GroupStore;
  readonly #windows: WindowStore;
  readonly #readings: ReadingStore;
  readonly #sightings: SightingStore;
  readonly #ledger: LedgerStore;

  constructor(options: {
    catalog: CatalogService;
    templates: CompiledTemplate[];
    sources: SliSource[];
    plans: GroupPlans;
    definitions: DefinitionStore;
    groups: GroupStore;
    windows: WindowStore;
    readings: ReadingStore;
    sightings: SightingStore;
    ledger: LedgerStore;
  }) {
    this.#catalog = options.catalog;
    this.#templates = options.templates;
    this.#sources = options.sources;
    this.#plans = options.plans;
    this.#definitions = options.definitions;
    this.#groups = options.groups;
    this.#windows = options.windows;
    this.#readings = options.readings;
    this.#sightings = options.sightings;
    this.#ledger = options.ledger;
  }

  /** The SLOs of an entity, see {@link listOf}. */
  async listMembers(
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<SloMember[]> {
    return (await this.listOf(entity, credentials)).members;
  }

  /**
   * The SLOs of an entity, and what is wrong with its documents. A template
   * that matches, or a document, but is not in the store yet counts too, so that
   * its SLO is pending from the first moment on. Entities that the caller may
   * not read are not named.
   */
  async listOf(
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<{ members: SloMember[]; problems: Problem[] }> {
    const entityRef = stringifyEntityRef(entity);
    const [stored, documents] = await Promise.all([
      this.#definitions.listOfEntity(entityRef),
      this.#plans.know(entityRef),
    ]);
    const known = new Set(
      stored
        .filter(each => each.definition?.definedBy.type === 'template')
        .map(({ name }) => name),
    );
    const fresh = this.#templates
      .filter(({ template }) => !known.has(template.name))
      .filter(({ template }) =>
        filterPredicateToFilterFunction(template.filter)(entity),
      )
      .map(compiled => matchTemplate(compiled, entity));
    this.#plans.knowNarrowed([...stored, ...fresh]);
    // Of documents the set says more recently what there is.
    const ofDocuments = new Set(documents.members.map(({ name }) => name));
    const ofTemplates = stored.filter(({ name, definition }) =>
      definition
        ? definition.definedBy.type === 'template'
        : !ofDocuments.has(name),
    );
    const every = [...ofTemplates, ...fresh, ...documents.members];
    const ofSets = documents.sets.flatMap(set => set.problems);
    const named = [
      ...every.flatMap(namedByMember),
      ...ofSets.flatMap(namedBy),
    ].filter(ref => ref !== entityRef);
    const visible = await readVisible(this.#catalog, named, {
      credentials,
      fields: [],
    });
    const mayRead = (ref: string) => ref === entityRef || visible.has(ref);
    const { members, problems } = mergeMembers(
      every.map(member => wordMember(member, mayRead)),
    );
    return {
      members,
      problems: [
        ...ofSets.map(problem => wordProblem(problem, mayRead)),
        ...problems,
      ],
    };
  }

  planOf(member: SloMember): SliGroupPlan | undefined {
    return member.groupId === undefined
      ? undefined
      : this.#plans.get(member.groupId);
  }

  async read(member: SloMember): Promise<SloRecord> {
    const plan = this.planOf(member);
    const { entityValue } = member;
    if (!plan || entityValue === undefined) {
      return {
        readings: storedReadings(member, [], undefined, undefined),
        queries: [],
      };
    }
    const groupId = plan.group.id;
    const [inspection, windows, readings, sighting] = await Promise.all([
      this.#groups.get(groupId),
      this.#windows.list(groupId),
      this.#readings.listOfEntity(groupId, entityValue),
      this.#sightings.get(groupId, entityValue),
    ]);
    return {
      readings: storedReadings(
        member,
        [...windows.values()].map(windowFacts),
        readings,
        sighting,
      ),
      queries: describe(plan, member, inspection, windows),
      ...(inspection && { inspection }),
    };
  }

  /**
   * The readings of many SLOs, in the order given, in as many statements as of
   * one. What nobody needs for a list is left out.
   */
  async readMany(members: readonly SloMember[]): Promise<StoredReading[][]> {
    const series = members.map(({ groupId, entityValue }) =>
      groupId === undefined || entityValue === undefined
        ? undefined
        : { groupId, entityValue },
    );
    const known = series.flatMap(each => each ?? []);
    const [windows, readings, sightings] = await Promise.all([
      this.#windows.listOfGroups([
        ...new Set(known.map(({ groupId }) => groupId)),
      ]),
      this.#readings.listOfSeries(known),
      this.#sightings.listOfSeries(known),
    ]);
    const facts = new Map(
      [...windows].map(([groupId, statuses]) => [
        groupId,
        [...statuses.values()].map(windowFacts),
      ]),
    );
    return members.map((member, i) => {
      const own = series[i];
      return own
        ? storedReadings(
            member,
            facts.get(own.groupId) ?? [],
            readings.get(seriesKey(own)),
            sightings.get(seriesKey(own)),
          )
        : storedReadings(member, [], undefined, undefined);
    });
  }

  /** How long the source of a definition lets samples settle. */
  evaluationDelayOf({ source }: SloDefinition): number | undefined {
    return findSource(source, this.#sources)?.evaluationDelaySeconds;
  }

  /**
   * The hours of an SLO's ledger in a range, with the time since its last hour;
   * `scaled` to the days that were read as a whole.
   */
  async readHours(
    member: SloMember,
    range: { from: Date; to: Date },
    options: { scaled?: boolean } = {},
  ): Promise<LedgerHour[]> {
    const { groupId, entityValue } = member;
    if (groupId === undefined || entityValue === undefined) {
      return [];
    }
    const days = {
      from: dayOf(range.from.getTime() - DAY),
      to: dayOf(range.to),
    };
    const [status, entries, windows, readings] = await Promise.all([
      this.#ledger.listDays(groupId, days),
      this.#ledger.listOfEntity(groupId, entityValue, days),
      this.#windows.list(groupId),
      this.#readings.listOfEntity(groupId, entityValue),
    ]);
    const until = windows.get(sinceMidnight)?.at;
    const counts = readings.get(sinceMidnight)?.counts;
    return ledgerHours({
      days: status,
      entries,
      ...range,
      ...options,
      ...(until && counts && { sinceMidnight: { until, counts } }),
    });
  }
}

/** The queries behind each window that is shown. */
function describe(
  plan: SliGroupPlan,
  { definition, entityValue }: SloMember,
  inspection: GroupInspection | undefined,
  windows: ReadonlyMap<string, WindowStatus>,
): SloQuery[] {
  if (!definition || entityValue === undefined || !inspection) {
    return [];
  }
  const { window } = definition;
  return plan.windows
    .filter(
      each =>
        each.seconds < window.seconds || each.window === windowKey(window),
    )
    .flatMap(each =>
      plan.source
        .describe(
          plan.group,
          inspection.inspection,
          entityValue,
          each.calendar
            ? windowDuration(each.calendar, windows.get(each.window)?.at)
            : each.window,
          definition.objective,
        )
        .map(query => ({ ...query, window: each.window })),
    );
}

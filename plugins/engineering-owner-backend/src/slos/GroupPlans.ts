import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { CompiledTemplate } from './CompiledTemplate';
import { DefinitionStore } from './DefinitionStore';
import {
  CompiledDefinition,
  compileDefinition,
  memberOf,
} from './documents/compileDefinition';
import { DocumentSet, DocumentSetStore } from './documents/DocumentSetStore';
import { SloMember } from './matchTemplate';
import { narrowTemplate } from './narrowTemplate';
import { CompiledSlo, planGroups, SliGroupPlan } from './SliGroupPlan';

interface CompiledSet {
  hash: string;
  set: DocumentSet;
  definitions: CompiledDefinition[];
}

/** What holds groups in memory and can let go of those that are gone. */
interface InMemory {
  keepInMemory(isKnown: (groupId: string) => boolean): void;
}

/**
 * The groups that are read: those of the templates, which are known from the
 * start, those that entities narrow, and those of documents. The latter two any
 * replica builds from the database, since compiling asks nobody.
 */
export class GroupPlans {
  readonly #sources: SliSource[];
  readonly #sets: DocumentSetStore;
  readonly #definitions: DefinitionStore;
  readonly #held: readonly InMemory[];
  readonly #templates: ReadonlyMap<string, CompiledTemplate & { ok: true }>;
  readonly #fixed: CompiledSlo[];
  readonly #compiled = new Map<string, CompiledSet>();
  #plans: ReadonlyMap<string, SliGroupPlan>;
  #stamp?: string;
  #narrowed: CompiledSlo[] = [];
  #loading?: Promise<void>;

  constructor(options: {
    templates: CompiledTemplate[];
    sources: SliSource[];
    sets: DocumentSetStore;
    definitions: DefinitionStore;
    /** Where groups that are not there any more are held in memory. */
    held?: readonly InMemory[];
  }) {
    this.#sources = options.sources;
    this.#sets = options.sets;
    this.#definitions = options.definitions;
    this.#held = options.held ?? [];
    this.#templates = new Map(
      options.templates.flatMap(compiled =>
        compiled.ok ? [[compiled.template.name, compiled]] : [],
      ),
    );
    this.#fixed = [...this.#templates.values()].map(sloOf);
    this.#plans = byGroup(planGroups(this.#fixed));
  }

  /** Every group of a source, as the database has it now. */
  async list(source: SliSource): Promise<SliGroupPlan[]> {
    await this.load();
    return [...this.#plans.values()].filter(plan => plan.source === source);
  }

  /** A group as far as it is known here; see {@link know}. */
  get(groupId: string): SliGroupPlan | undefined {
    return this.#plans.get(groupId);
  }

  getStamp(): Promise<string> {
    return this.#sets.getStamp();
  }

  /** The SLOs that documents give entities, as the database has them now. */
  async listMembers(): Promise<SloMember[]> {
    await this.load();
    return [...this.#compiled.values()].flatMap(({ set, definitions }) =>
      definitions.map(each => memberOf(set.entityRef, each)),
    );
  }

  /** What the documents of an entity come to; makes their groups known. */
  async know(entityRef: string): Promise<{
    sets: DocumentSet[];
    members: SloMember[];
  }> {
    const sets = await this.#sets.listOfEntities([entityRef]);
    const definitions = sets.flatMap(set =>
      set.definitions.map(each => compileDefinition(each, this.#sources)),
    );
    const unknown = slosOf(definitions).filter(
      ({ group }) => !this.#plans.has(group.id),
    );
    if (unknown.length > 0) {
      this.#plans = new Map([...this.#plans, ...byGroup(planGroups(unknown))]);
    }
    return {
      sets,
      members: definitions.map(each => memberOf(entityRef, each)),
    };
  }

  /** Makes the groups known that entities narrow, as the database or a catalog has them. */
  knowNarrowed(members: readonly SloMember[]): void {
    const unknown = members.flatMap(({ name, selector, groupId }) =>
      selector !== undefined &&
      groupId !== undefined &&
      !this.#plans.has(groupId)
        ? this.#narrow(name, selector)
        : [],
    );
    if (unknown.length > 0) {
      this.#plans = new Map([...this.#plans, ...byGroup(planGroups(unknown))]);
    }
  }

  #narrow(name: string, text: string): CompiledSlo[] {
    const compiled = this.#templates.get(name);
    const narrowed =
      compiled &&
      narrowTemplate(compiled, { text, place: compiled.template.place });
    return narrowed?.ok ? [sloOf(narrowed)] : [];
  }

  /** Brings what is known up to date; several callers share one look. */
  async load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    await this.#loading;
  }

  async #load(): Promise<void> {
    const selectors = await this.#definitions.listSelectors();
    const stamp = `${await this.#sets.getStamp()} ${JSON.stringify(selectors)}`;
    if (stamp === this.#stamp) {
      return;
    }
    this.#narrowed = selectors.flatMap(({ name, selector }) =>
      this.#narrow(name, selector),
    );
    const versions = new Map(
      (await this.#sets.listVersions()).map(each => [keyOf(each), each]),
    );
    for (const key of [...this.#compiled.keys()]) {
      if (!versions.has(key)) {
        this.#compiled.delete(key);
      }
    }
    const changed = [...versions].filter(
      ([key, { hash }]) => this.#compiled.get(key)?.hash !== hash,
    );
    const refs = [...new Set(changed.map(([, { entityRef }]) => entityRef))];
    for (const set of await this.#sets.listOfEntities(refs)) {
      const hash = versions.get(keyOf(set))?.hash;
      if (hash !== undefined) {
        const definitions = set.definitions.map(each =>
          compileDefinition(each, this.#sources),
        );
        this.#compiled.set(keyOf(set), { hash, set, definitions });
      }
    }
    const own = [...this.#compiled.values()].flatMap(({ definitions }) =>
      slosOf(definitions),
    );
    this.#plans = byGroup(
      planGroups([...this.#fixed, ...this.#narrowed, ...own]),
    );
    for (const store of this.#held) {
      store.keepInMemory(groupId => this.#plans.has(groupId));
    }
    this.#stamp = stamp;
  }
}

function keyOf({
  entityRef,
  origin,
}: Pick<DocumentSet, 'entityRef' | 'origin'>): string {
  return `${origin} ${entityRef}`;
}

function slosOf(definitions: CompiledDefinition[]): CompiledSlo[] {
  return definitions.flatMap(each => (each.ok ? [each.slo] : []));
}

function sloOf({
  group,
  source,
  template,
}: CompiledTemplate & { ok: true }): CompiledSlo {
  return {
    group,
    source,
    window: template.window,
    definedBy: `template ${template.name}`,
  };
}

function byGroup(plans: SliGroupPlan[]): Map<string, SliGroupPlan> {
  return new Map(plans.map(plan => [plan.group.id, plan]));
}

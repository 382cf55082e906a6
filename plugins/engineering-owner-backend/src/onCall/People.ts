import {
  OnCallPerson,
  Responder,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../entities/EntityStore';
import { sourceId } from '../sources/sourceId';
import { DirectoryStore } from './store/DirectoryStore';

/** Somebody to be described. */
export interface WantedPerson {
  source: SourceRef;
  responderId: string;
}

/**
 * Who responders are: as the on-call system knows them, and which User of the
 * catalog has the same e-mail address. The address itself goes nowhere.
 */
export class People {
  readonly #responders: ReadonlyMap<string, Responder>;
  readonly #refsByEmail: ReadonlyMap<string, string>;

  private constructor(
    responders: ReadonlyMap<string, Responder>,
    refsByEmail: ReadonlyMap<string, string>,
  ) {
    this.#responders = responders;
    this.#refsByEmail = refsByEmail;
  }

  static async read(
    wanted: WantedPerson[],
    options: { directory: DirectoryStore; entities: EntityStore },
  ): Promise<People> {
    const bySource = new Map<string, Set<string>>();
    for (const { source, responderId } of wanted) {
      const id = sourceId(source);
      bySource.set(id, (bySource.get(id) ?? new Set()).add(responderId));
    }
    const responders = new Map<string, Responder>();
    for (const [id, responderIds] of bySource) {
      const found = await options.directory.responders(id, [...responderIds]);
      found.forEach((each, key) => responders.set(`${id} ${key}`, each));
    }
    const emails = [...responders.values()].flatMap(({ email }) => email ?? []);
    const users = await options.entities.findUsersByEmail(emails);
    const refsByEmail = new Map<string, string>();
    const shared = new Set<string>();
    for (const { entity, entityRef } of users) {
      const email = emailOf(entity.spec);
      if (refsByEmail.has(email)) {
        shared.add(email);
      }
      refsByEmail.set(email, entityRef);
    }
    // Of two Users with one address nobody can say which it is.
    shared.forEach(email => refsByEmail.delete(email));
    return new People(responders, refsByEmail);
  }

  /** Every User that was found, whoever may read them. */
  get entityRefs(): string[] {
    return [...this.#refsByEmail.values()];
  }

  /** Entity refs and e-mail addresses of some people, to compare with. */
  identities(wanted: WantedPerson[]): string[] {
    return wanted.flatMap(each => {
      const email = this.#responderOf(each)?.email;
      const ref = this.#refOf(each);
      return [...(email ? [email] : []), ...(ref ? [ref] : [])];
    });
  }

  /**
   * A person, with the entity ref only if the caller may read it.
   *
   * @param name - what to call somebody the directory does not have
   */
  describe(
    wanted: WantedPerson,
    mayRead: (entityRef: string) => boolean,
    name: string = wanted.responderId,
  ): OnCallPerson {
    const responder = this.#responderOf(wanted);
    const entityRef = this.#refOf(wanted);
    return {
      responderId: wanted.responderId,
      name: responder?.name ?? name,
      ...(entityRef && mayRead(entityRef) && { entityRef }),
      ...(responder?.url && { url: responder.url }),
      ...(responder?.timeZone && { timeZone: responder.timeZone }),
    };
  }

  #responderOf({ source, responderId }: WantedPerson): Responder | undefined {
    return this.#responders.get(`${sourceId(source)} ${responderId}`);
  }

  #refOf(wanted: WantedPerson): string | undefined {
    const email = this.#responderOf(wanted)?.email;
    return email && this.#refsByEmail.get(email.toLocaleLowerCase('en-US'));
  }
}

function emailOf(spec: unknown): string {
  if (typeof spec === 'object' && spec !== null && 'profile' in spec) {
    const { profile } = spec;
    if (
      typeof profile === 'object' &&
      profile !== null &&
      'email' in profile &&
      typeof profile.email === 'string'
    ) {
      return profile.email.toLocaleLowerCase('en-US');
    }
  }
  return '';
}

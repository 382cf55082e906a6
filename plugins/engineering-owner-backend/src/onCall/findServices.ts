import {
  ANNOTATION_PAGERDUTY_ACCOUNT,
  ANNOTATION_PAGERDUTY_SERVICE_ID,
  OnCallService,
  Problem,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';
import { TaskStatusStore } from '../ingest/TaskStatusStore';
import { resolveRoles } from '../ownership/resolveRoles';
import { sourceId } from '../sources/sourceId';
import { SourceRegistry } from '../sources/SourceRegistry';
import { DirectoryStore } from './store/DirectoryStore';
import { onCallTaskName } from './tasks/taskNames';

/** A service that an entity names. */
export interface NamedService {
  id: string;
  source: SourceRef;
  /** The entity that names it: this one, or one it inherits from. */
  namedBy: string;
  /**
   * `unread`: nothing is known of the account yet; `missing`: it was read and
   * does not have the service.
   */
  service: OnCallService | 'unread' | 'missing';
}

/** The type of the sources that the `pagerduty.com/…` annotations are about. */
const sourceType = 'pagerduty';

/** The services an entity names, in the accounts they are in. */
export async function findServices(
  line: EntityLine,
  options: FindOptions,
): Promise<FoundServices> {
  const [found] = await findServicesOfMany([line], options);
  return found;
}

/** The same of many entities, in their order: each account is read once. */
export async function findServicesOfMany(
  lines: EntityLine[],
  options: FindOptions,
): Promise<FoundServices[]> {
  const accounts = accountsOf(options.registry);
  const wanted = lines.map(line => wantedOf(line, accounts));
  const directories = await Promise.all(
    accounts
      .map(source => {
        const ids = wanted.flatMap(each =>
          each.candidates.includes(source) ? each.ids : [],
        );
        return ids.length > 0
          ? [readDirectory(source, [...new Set(ids)], options)]
          : [];
      })
      .flat(),
  );
  return wanted.map(each =>
    each.ids.length > 0
      ? decide(each, directories)
      : { services: [], problems: each.problems },
  );
}

interface FindOptions {
  registry: SourceRegistry;
  directory: DirectoryStore;
  taskStatus: TaskStatusStore;
}

/** The services that an entity names, and what is wrong with their names. */
export interface FoundServices {
  services: NamedService[];
  problems: Problem[];
}

/** What an entity names, and where that may be. */
interface Wanted {
  ids: string[];
  namedBy: string;
  candidates: SourceRef[];
  problems: Problem[];
}

function wantedOf(line: EntityLine, accounts: SourceRef[]): Wanted {
  const { pagerDutyServiceIds: ids, pagerDutyAccount: account } =
    resolveRoles(line);
  const nothing = { ids: [], namedBy: '', candidates: [], problems: [] };
  if (ids.state !== 'declared' || accounts.length === 0) {
    return nothing;
  }
  const candidates =
    account.state === 'declared'
      ? accounts.filter(({ name }) => name === account.value)
      : accounts;
  if (account.state === 'invalid' || candidates.length === 0) {
    const name = account.state === 'declared' ? account.value : '';
    return { ...nothing, problems: [unknownAccount(name, accounts)] };
  }
  return {
    ids: [...new Set(ids.value)],
    namedBy: ids.from,
    candidates,
    problems: [],
  };
}

type Directory = Awaited<ReturnType<typeof readDirectory>>;

function decide(
  { ids, namedBy, candidates }: Wanted,
  all: Directory[],
): FoundServices {
  const directories = all.filter(({ source }) => candidates.includes(source));
  const problems: Problem[] = [];
  const services = ids.map((id): NamedService => {
    const having = directories.filter(({ services: of }) => of.has(id));
    const unread = directories.find(({ isRead }) => !isRead);
    if (having.length > 1) {
      problems.push(ambiguousAccount(id, having));
    } else if (having.length === 0 && !unread) {
      problems.push(missingService(id, candidates));
    }
    const { source, services: known } = having[0] ?? unread ?? directories[0];
    return {
      id,
      source,
      namedBy,
      service: known.get(id) ?? (unread ? 'unread' : 'missing'),
    };
  });
  return { services, problems };
}

/** What to call a service of an entity: its name, or its id while that is not known. */
export function serviceName(services: NamedService[], id: string): string {
  const found = services.find(each => each.id === id)?.service;
  return typeof found === 'object' ? found.name : id;
}

/** The accounts that can be read. */
export function accountsOf(registry: SourceRegistry): SourceRef[] {
  return registry
    .onCallSources()
    .map(({ source }) => source)
    .filter(({ type }) => type === sourceType);
}

async function readDirectory(
  source: SourceRef,
  ids: string[],
  options: { directory: DirectoryStore; taskStatus: TaskStatusStore },
) {
  const [services, task] = await Promise.all([
    options.directory.services(sourceId(source), ids),
    options.taskStatus.get(onCallTaskName('directory', source)),
  ]);
  return { source, services, isRead: task?.lastSuccessAt !== undefined };
}

function missingService(id: string, accounts: SourceRef[]): Problem {
  const names = quoted(accounts);
  return {
    code: 'service_not_found',
    severity: 'error',
    message: `${ANNOTATION_PAGERDUTY_SERVICE_ID} names the service "${id}", which the PagerDuty account ${names} does not have. Copy the id from the end of the service's address in PagerDuty`,
    params: { serviceId: id, accounts: names },
  };
}

function ambiguousAccount(
  id: string,
  having: Array<{ source: SourceRef }>,
): Problem {
  const names = quoted(having.map(({ source }) => source));
  return {
    code: 'account_ambiguous',
    severity: 'warning',
    message: `The service "${id}" exists in the PagerDuty accounts ${names}; the first is shown. Say which by the annotation ${ANNOTATION_PAGERDUTY_ACCOUNT}`,
    params: { serviceId: id, accounts: names },
  };
}

function unknownAccount(name: string, accounts: SourceRef[]): Problem {
  const names = quoted(accounts);
  return {
    code: 'account_unknown',
    severity: 'error',
    message: `${ANNOTATION_PAGERDUTY_ACCOUNT} is "${name}", which is no PagerDuty account that can be read here. There are: ${names}`,
    params: { account: name, accounts: names },
  };
}

function quoted(accounts: SourceRef[]): string {
  return accounts.map(({ name }) => `"${name}"`).join(', ');
}

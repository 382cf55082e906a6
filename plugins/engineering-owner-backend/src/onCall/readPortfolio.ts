import { Problem } from '@engineering-owner/backstage-plugin-common';
import { readBelonging } from '../entities/readBelonging';
import { EntityRequest } from '../router/EntityRoute';
import { eachProblemOnce } from '../sources/eachProblemOnce';
import { sourceId } from '../sources/sourceId';
import {
  findServicesOfMany,
  FoundServices,
  NamedService,
} from './findServices';
import { OnCallAnswers } from './OnCallAnswers';

/** What is wrong with single entities stands on their own pages. */
const mostProblems = 10;
/** Entities without a service that are named. */
const mostNamed = 100;

/** The on-call services of all that belongs to an entity. */
export interface ServicePortfolio extends FoundServices {
  entityRefs: string[];
  /** Refs of those that name no service which exists, the first of them. */
  withoutService: { n: number; entityRefs: string[] };
  /** The entities that name a service. */
  entityRefsOf(service: NamedService): string[];
}

/** Each service once, however many of the entities name it. */
export async function readPortfolio(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  answers: OnCallAnswers,
): Promise<ServicePortfolio> {
  const { lines, cut } = await readBelonging(request, answers);
  const found = await findServicesOfMany(lines, answers);
  const services = new Map<string, NamedService>();
  const namedBy = new Map<string, string[]>();
  const without: string[] = [];
  lines.forEach(({ entityRef }, index) => {
    const own = found[index].services;
    for (const service of own) {
      const key = keyOf(service);
      services.set(key, services.get(key) ?? service);
      namedBy.set(key, [...(namedBy.get(key) ?? []), entityRef]);
    }
    if (own.every(({ service }) => service === 'missing')) {
      without.push(entityRef);
    }
  });
  const problems = found.flatMap(each => each.problems);
  return {
    services: [...services.values()],
    problems: [
      ...(cut ? [tooMany(lines.length)] : []),
      ...eachProblemOnce(problems).slice(0, mostProblems),
    ],
    entityRefs: lines.map(({ entityRef }) => entityRef),
    withoutService: {
      n: without.length,
      entityRefs: without.slice(0, mostNamed),
    },
    entityRefsOf: service => namedBy.get(keyOf(service)) ?? [],
  };
}

function keyOf({ source, id }: NamedService): string {
  return `${sourceId(source)} ${id}`;
}

function tooMany(shown: number): Problem {
  return {
    code: 'portfolio_cut',
    severity: 'warning',
    message: `More entities belong here than are gone through for one page; the first ${shown} by their names are shown`,
    params: { shown },
  };
}

import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { createSourcesRouter } from './createSourcesRouter';

/** Answers how the sources are doing. */
export function createSourcesDomain(context: DomainContext): Domain {
  return { routers: [createSourcesRouter(context)] };
}

import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { AbandonedStore } from './AbandonedStore';
import { createHousekeepingTask } from './createHousekeepingTask';

/** Removes what is stored of definitions and sources that are gone. */
export function createHousekeepingDomain(context: DomainContext): Domain {
  return {
    tasks: [
      createHousekeepingTask({
        ...context,
        abandoned: new AbandonedStore(context.knex),
      }),
    ],
  };
}

import { InputError, NotFoundError } from '@backstage/errors';
import { NamedService } from '../findServices';

/**
 * The service that an incident is opened on: the one that is named, or the only
 * one.
 *
 * @throws NotFoundError, InputError
 */
export function chooseService(
  services: NamedService[],
  serviceId: string | undefined,
  entityRef: string,
): NamedService {
  const found = services.filter(({ service }) => service !== 'missing');
  const ids = found.map(({ id }) => JSON.stringify(id)).join(', ');
  if (found.length === 0) {
    throw new NotFoundError(
      `${entityRef} has no service to open an incident on: its annotation pagerduty.com/service-id names none that there is`,
    );
  }
  if (serviceId === undefined) {
    if (found.length > 1) {
      throw new InputError(
        `${entityRef} has several services; say which by "serviceId": ${ids}`,
      );
    }
    return found[0];
  }
  const chosen = found.find(({ id }) => id === serviceId);
  if (!chosen) {
    throw new NotFoundError(
      `${entityRef} has no service ${JSON.stringify(serviceId)}; it has ${ids}`,
    );
  }
  return chosen;
}

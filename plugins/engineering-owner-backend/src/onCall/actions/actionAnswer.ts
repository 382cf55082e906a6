import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { OnCallActionError } from '@engineering-owner/backstage-plugin-node';

/** The caller is nobody whom the account knows. */
export class UnknownResponderError extends CustomErrorBase {
  readonly statusCode = 403;
  override name = 'UnknownResponderError' as const;
}

/** The account is asked for too much. */
export class AccountLimitError extends CustomErrorBase {
  readonly statusCode = 429;
  override name = 'AccountLimitError' as const;
}

/** No answer in time; whether it was done is not known. */
export class ActionTimeoutError extends CustomErrorBase {
  readonly statusCode = 504;
  override name = 'ActionTimeoutError' as const;
}

/** An action's failure as the HTTP API answers it. */
export function actionAnswer(error: unknown): unknown {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ActionTimeoutError(
      'The account did not answer in time, so it is not known whether this was done. Look at the incident, then try again',
    );
  }
  if (!(error instanceof OnCallActionError)) {
    return error;
  }
  const { failure, message } = error;
  switch (failure) {
    case 'unknown_person':
      return new UnknownResponderError(message);
    case 'not_found':
      return new NotFoundError(message);
    case 'already_resolved':
      return new ConflictError(message);
    case 'invalid':
      return new InputError(message);
    case 'not_permitted':
      return new NotAllowedError(message);
    case 'rate_limited':
      return new AccountLimitError(message);
    case 'timeout':
      return new ActionTimeoutError(message);
    default:
      return new ServiceUnavailableError(message);
  }
}

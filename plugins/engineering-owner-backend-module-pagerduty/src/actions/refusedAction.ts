import {
  OnCallActionError,
  OnCallActionFailure,
} from '@engineering-owner/backstage-plugin-node';
import { PagerDutyError } from '../client/PagerDutyError';

/** "Requester User Not Found" and "You must specify a user's email address …". */
const codesOfPerson = [1008, 2016];

/** What an error of the client means to the person who acts. */
export function refusedAction(
  error: unknown,
  { account, email }: { account: string; email: string },
): unknown {
  if (!(error instanceof PagerDutyError)) {
    return error;
  }
  const failure = failureOf(error);
  return failure === 'unknown_person'
    ? new OnCallActionError(
        failure,
        `The PagerDuty account "${account}" has no user with the e-mail address ${email}, which is that of your User in the catalog (spec.profile.email). Both have to be the same`,
        error,
      )
    : new OnCallActionError(failure, error.message);
}

function failureOf(error: PagerDutyError): OnCallActionFailure {
  const { status, words = '', code } = error;
  switch (status) {
    case 400:
    case 409:
      if (saysWho(words, code)) {
        return 'unknown_person';
      }
      return /already resolved/i.test(words) ? 'already_resolved' : 'invalid';
    case 401:
    case 402:
    case 403:
      return 'not_permitted';
    case 404:
      return saysWho(words, code) ? 'unknown_person' : 'not_found';
    case 413:
    case 422:
      return 'invalid';
    case 429:
      return 'rate_limited';
    default:
      return error.failure === 'timeout' || status === 408
        ? 'timeout'
        : 'unavailable';
  }
}

function saysWho(words: string, code: number | undefined): boolean {
  return (
    (code !== undefined && codesOfPerson.includes(code)) ||
    /requester user not found|"?\bfrom\b"?( header|:)/i.test(words)
  );
}

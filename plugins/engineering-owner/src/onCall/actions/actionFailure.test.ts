import { english } from '../../__testUtils__/english';
import { refusal } from '../../__testUtils__/refusal';
import { actionFailure } from './actionFailure';

describe('why an action failed', () => {
  it.each([
    [
      403,
      'UnknownResponderError',
      'PagerDuty knows nobody with ada@example.com',
      'This was not done. PagerDuty knows nobody with ada@example.com',
    ],
    [
      409,
      'ConflictError',
      'The incident "Q1X" is resolved',
      'This was not done. The incident "Q1X" is resolved',
    ],
    [
      503,
      'ServiceUnavailableError',
      'PagerDuty cannot be reached',
      'This was not done. PagerDuty cannot be reached',
    ],
    [
      504,
      'ActionTimeoutError',
      'no answer in time',
      'It is not known whether this was done: look first. no answer in time',
    ],
    [
      502,
      'Error',
      'Bad Gateway',
      'It is not known whether this was done: look first. Bad Gateway',
    ],
  ])('%d %s', async (status, name, message, text) => {
    const error = await refusal(status, name, message);
    expect(actionFailure(english(), error)).toBe(text);
  });

  it('is not certain when nobody answered', () => {
    expect(actionFailure(english(), new TypeError('Failed to fetch'))).toMatch(
      /not known whether this was done.*\(Failed to fetch\)/,
    );
  });
});

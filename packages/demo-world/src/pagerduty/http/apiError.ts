/** A refusal in PagerDuty's words; thrown by handlers, answered by the route. */
export class ApiError extends Error {
  readonly name = 'ApiError';

  constructor(
    readonly status: number,
    /** PagerDuty's own number, e.g. 2001 for invalid input. */
    readonly code: number,
    message: string,
    readonly errors: string[] = [],
  ) {
    super(message);
  }

  /** The body that PagerDuty sends. */
  body() {
    return {
      error: { message: this.message, code: this.code, errors: this.errors },
    };
  }
}

export function invalidInput(...errors: string[]): ApiError {
  return new ApiError(400, 2001, 'Invalid Input Provided', errors);
}

export function notFound(what: string): ApiError {
  return new ApiError(404, 2100, 'Not Found', [`${what} does not exist`]);
}

/** Lets requests into an account. */
export interface Authorization {
  /** The value of the `Authorization` header. */
  header(signal: AbortSignal): Promise<string>;
  /**
   * Told that PagerDuty did not accept a header. True: ask for a new one and
   * try again.
   */
  wasRejected(header: string): boolean;
}

/** An API key that an admin made. */
export class TokenAuthorization implements Authorization {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async header(): Promise<string> {
    return `Token token=${this.#token}`;
  }

  wasRejected(): boolean {
    return false;
  }
}

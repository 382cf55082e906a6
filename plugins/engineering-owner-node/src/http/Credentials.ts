import { HttpServer } from './HttpServer';
import { readFileOf, unusable } from './readFileOf';
import { isToken } from './token';

/** Shorter ones are words such as `true`, which messages need. */
const shortestSecret = 8;

/** Signs requests, and keeps what signs them out of messages. */
export class Credentials {
  private readonly secrets: Set<string>;

  constructor(
    private readonly server: Pick<
      HttpServer,
      'auth' | 'headers' | 'queryParameters'
    >,
  ) {
    this.secrets = new Set([
      ...Object.values(server.headers),
      ...Object.values(server.queryParameters),
    ]);
    const { auth } = server;
    if (auth.type === 'basic') {
      this.secrets.add(auth.password).add(basic(auth));
    }
    if (auth.type === 'bearer' && 'token' in auth) {
      this.secrets.add(auth.token);
    }
  }

  /**
   * The headers of one request. A token in a file is read anew each time: it is
   * replaced while this runs, and a server that refuses it gets the next.
   */
  async headers(): Promise<Record<string, string>> {
    return { ...this.server.headers, ...(await this.authorization()) };
  }

  /**
   * A text without what signs requests, which some servers repeat in errors: as
   * it is, in an address, or in JSON.
   */
  redacted(text: string): string {
    return [...this.secrets]
      .flatMap(secret => [
        secret,
        encodeURIComponent(secret),
        String(new URLSearchParams([['', secret]])).slice(1),
        JSON.stringify(secret).slice(1, -1),
      ])
      .filter(secret => secret.length >= shortestSecret)
      .sort((a, b) => b.length - a.length)
      .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  }

  private async authorization(): Promise<Record<string, string>> {
    const { auth } = this.server;
    switch (auth.type) {
      case 'bearer': {
        const token =
          'token' in auth ? auth.token : await this.fromFile(auth.tokenFile);
        return { authorization: `Bearer ${token}` };
      }
      case 'basic':
        return { authorization: `Basic ${basic(auth)}` };
      default:
        return {};
    }
  }

  private async fromFile(path: string): Promise<string> {
    const token = await readFileOf('auth.tokenFile', path);
    if (!isToken(token)) {
      throw unusable('auth.tokenFile', path, 'holds more than one word');
    }
    this.secrets.add(token);
    return token;
  }
}

function basic({ username, password }: { username: string; password: string }) {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

import { PrometheusAuth } from '../instances/instance';

/** The header that signs a request. */
export function authorization(auth: PrometheusAuth): Record<string, string> {
  switch (auth.type) {
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'basic': {
      const pair = Buffer.from(`${auth.username}:${auth.password}`, 'utf8');
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    default:
      return {};
  }
}

import { ConfigReader } from '@backstage/config';
import { readerAuthenticator } from './readerProvider';

describe('readerAuthenticator', () => {
  const { NODE_ENV } = process.env;

  afterEach(() => {
    process.env = { ...process.env, NODE_ENV };
  });

  const authenticate = (nodeEnv: string) => {
    process.env = { ...process.env, NODE_ENV: nodeEnv };
    const context = readerAuthenticator.initialize({
      config: new ConfigReader({ userEntityRef: 'user:default/sam' }),
    });
    return readerAuthenticator.authenticate({ req: {} as never }, context);
  };

  it('lets anyone in as the configured person in development', async () => {
    expect(await authenticate('development')).toEqual({
      result: { userEntityRef: 'user:default/sam' },
    });
  });

  it.each(['production', 'test', ''])(
    'lets nobody in when NODE_ENV is "%s"',
    async nodeEnv => {
      await expect(authenticate(nodeEnv)).rejects.toThrow(
        /signs anyone in as user:default\/sam and works in development only/,
      );
    },
  );
});

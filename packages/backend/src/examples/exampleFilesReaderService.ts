import path from 'node:path';
import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ExampleFilesReader } from './exampleFilesReader';

/** Makes the repository's `examples/` readable in development, nothing in production. */
export default createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  factory: () => () => {
    if (process.env.NODE_ENV !== 'development') {
      return [];
    }
    const root = path.join(resolvePackagePath('backend'), '../../examples');
    return [
      {
        predicate: url => url.protocol === 'file:',
        reader: new ExampleFilesReader({ root }),
      },
    ];
  },
});

import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('./auth/readerProviderModule'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions/demoPolicyModule'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import(
    '@engineering-owner/backstage-plugin-catalog-backend-module-engineering-owner'
  ),
);

// Without it, open pages learn of changes when they ask next.
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@engineering-owner/backstage-plugin-backend'));
backend.add(
  import('@engineering-owner/backstage-plugin-backend-module-prometheus'),
);
backend.add(
  import('@engineering-owner/backstage-plugin-backend-module-alertmanager'),
);
backend.add(
  import('@engineering-owner/backstage-plugin-backend-module-pagerduty'),
);

backend.add(import('./examples/exampleFilesReaderService'));

backend.start();

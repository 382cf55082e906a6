import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';

/** The demo portal; plugins are discovered from package.json (`app.packages: all`). */
export const app = createApp({ features: [navigationModule, signInModule] });

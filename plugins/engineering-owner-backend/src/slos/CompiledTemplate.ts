import { Problem } from '@engineering-owner/backstage-plugin-common';
import { SliGroup, SliSource } from '@engineering-owner/backstage-plugin-node';
import { SloTemplate } from './SloTemplate';

/** A template as its source understands it, or why it does not. */
export type CompiledTemplate =
  | { ok: true; template: SloTemplate; group: SliGroup; source: SliSource }
  | { ok: false; template: SloTemplate; problem: Problem };

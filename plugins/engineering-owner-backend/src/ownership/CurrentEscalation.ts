import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';

/** What ownership needs to know of on-call; the on-call domain provides it. */
export interface CurrentEscalation {
  /** Absent when the entity has no policy, or none has been read yet. */
  read(
    line: EntityLine,
    options: { credentials: BackstageCredentials },
  ): Promise<
    | {
        /** Who is called at each level now, as the caller may see them. */
        levels: OwnershipResponse['escalation'];
        /** Entity refs and e-mail addresses of everybody on any level, at any time. */
        everybody: string[];
      }
    | undefined
  >;
}

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  OwnershipResponse,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';

/** What ownership needs to know of on-call; the on-call domain provides it. */
export interface CurrentEscalation {
  read(
    line: EntityLine,
    options: { credentials: BackstageCredentials },
  ): Promise<{
    /** How old it is. */
    section: SectionStatus;
    /** Who is called at each level now, as the caller may see them. */
    levels: OwnershipResponse['escalation'];
    /**
     * Entity refs and e-mail addresses of everybody on any level, at any time;
     * absent when the entity has no policy, or none has been read yet.
     */
    everybody?: string[];
  }>;
}

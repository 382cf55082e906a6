import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { onCallMessages } from './onCall';
import { ownershipMessages } from './ownership';
import { runbookMessages } from './runbooks';
import { sharedMessages } from './shared';
import { sloMessages } from './slos';

/**
 * All sentences of the tabs and cards; give it other messages to translate or
 * reword them.
 *
 * @public
 */
export const engineeringOwnerTranslationRef = createTranslationRef({
  id: 'engineering-owner',
  messages: {
    shared: sharedMessages,
    slos: sloMessages,
    onCall: onCallMessages,
    runbooks: runbookMessages,
    ownership: ownershipMessages,
  },
});

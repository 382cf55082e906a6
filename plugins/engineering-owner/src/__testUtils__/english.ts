import { mockApis } from '@backstage/test-utils';
import { engineeringOwnerTranslationRef, type T } from '../translation';

/** The English messages, without anything rendered around them. */
export function english(): T {
  const snapshot = mockApis
    .translation()
    .getTranslation(engineeringOwnerTranslationRef);
  if (!snapshot.ready) {
    throw new Error('the default messages are always there');
  }
  return snapshot.t;
}

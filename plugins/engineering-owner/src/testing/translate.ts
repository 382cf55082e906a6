import { mockApis } from '@backstage/test-utils';
import { engineeringOwnerTranslationRef } from '../translation';
import type { T } from '../translation';

/** The English messages, without anything rendered around them. */
export const t: T = ((...args: Parameters<T>) => {
  const snapshot = mockApis
    .translation()
    .getTranslation(engineeringOwnerTranslationRef);
  if (!snapshot.ready) {
    throw new Error('the default messages are always there');
  }
  return snapshot.t(...args);
}) as T;

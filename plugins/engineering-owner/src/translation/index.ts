export { engineeringOwnerTranslationRef } from './ref';
export { type T, useT } from './useT';

import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { engineeringOwnerTranslationRef } from './ref';

/** The translation function of this plugin. */
export type T = TranslationFunction<
  (typeof engineeringOwnerTranslationRef)['T']
>;

export function useT(): T {
  return useTranslationRef(engineeringOwnerTranslationRef).t;
}

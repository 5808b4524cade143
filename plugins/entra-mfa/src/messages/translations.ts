import { createTranslationResource } from '@backstage/core-plugin-api/alpha';
import { entraMfaTranslationRef } from './translation';

/**
 * The texts in other languages, each loaded when it is chosen: German. Give it to the app, and say there
 * which languages can be chosen.
 *
 * @public
 */
export const entraMfaTranslations = createTranslationResource({
  ref: entraMfaTranslationRef,
  translations: { de: () => import('./german') },
});

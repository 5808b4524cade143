import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { english } from './english';

/**
 * Every text of the plugin, in English, and in German where a reader chooses it. Put your own words in with
 * `createTranslationMessages`, or add a language with `createTranslationResource`.
 *
 * @public
 */
export const entraMfaTranslationRef = createTranslationRef({
  id: 'plugin.entra-mfa',
  messages: english,
  translations: { de: () => import('./german') },
});

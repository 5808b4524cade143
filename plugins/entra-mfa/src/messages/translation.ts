import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TranslationRef } from '@backstage/frontend-plugin-api';
import { english } from './english';
import { flat, type FlatTexts } from './flat';

const texts: Record<string, string> = flat(english);
const plainRef = createTranslationRef({
  id: 'plugin.entra-mfa',
  messages: texts,
  translations: { de: () => import('./german') },
});

/** Says which texts there are. Backstage's own type works that out too, in a third of all that the compiler did. */
const refOf = <T>(_: T, ref: typeof plainRef) =>
  ref as TranslationRef<(typeof plainRef)['id'], FlatTexts<T>>;

/**
 * Every text of the plugin, in English, and in German where a reader chooses it. Put your own words in with
 * `createTranslationMessages`, or add a language with `createTranslationResource`.
 *
 * @public
 */
export const entraMfaTranslationRef = refOf(english, plainRef);

import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { cards } from './words/cards';
import { data } from './words/data';
import { forecast } from './words/forecast';
import { general } from './words/general';
import { overview } from './words/overview';
import { people } from './words/people';
import { phone } from './words/phone';
import { states } from './words/states';
import { teams } from './words/teams';

/**
 * Every text of the plugin. Translate it, or put your own words in, with
 * `createTranslationMessages`.
 *
 * @public
 */
export const entraMfaTranslationRef = createTranslationRef({
  id: 'plugin.entra-mfa',
  messages: {
    general,
    states,
    overview,
    forecast,
    phone,
    teams,
    people,
    data,
    cards,
  },
});

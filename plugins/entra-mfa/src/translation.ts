import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { cards } from './words/cards';
import { breakGlass } from './words/breakGlass';
import { changes } from './words/changes';
import { data } from './words/data';
import { erasure } from './words/erasure';
import { exceptions } from './words/exceptions';
import { forecast } from './words/forecast';
import { general } from './words/general';
import { hold } from './words/hold';
import { overview } from './words/overview';
import { people } from './words/people';
import { phone } from './words/phone';
import { reviews } from './words/reviews';
import { roles } from './words/roles';
import { services } from './words/services';
import { states } from './words/states';
import { teams } from './words/teams';
import { whatIf } from './words/whatIf';

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
    roles,
    breakGlass,
    hold,
    whatIf,
    forecast,
    phone,
    teams,
    people,
    erasure,
    services,
    changes,
    exceptions,
    reviews,
    data,
    cards,
  },
});

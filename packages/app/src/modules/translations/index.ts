import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { entraMfaTranslations } from '@entra-mfa/backstage-plugin-entra-mfa';

/** Languages beside English; which can be chosen is configured at `api:app/app-language`. */
export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'entra-mfa',
      params: { resource: entraMfaTranslations },
    }),
  ],
});

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultEntraMfaService } from './DefaultEntraMfaService';
import type { EntraMfaService } from './EntraMfaService';

/**
 * How people, teams and controls stand with MFA registration: see {@link EntraMfaService}. It needs the Entra MFA backend
 * plugin in the same portal, and nothing else.
 *
 * @public
 */
export const entraMfaServiceRef = createServiceRef<EntraMfaService>({
  id: 'entra-mfa',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: services => new DefaultEntraMfaService(services),
    }),
});

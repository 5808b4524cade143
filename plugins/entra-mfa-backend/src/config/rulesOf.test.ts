import { ConfigReader } from '@backstage/config';
import type { PhoneDelivery } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readEntraMfaConfig } from './readEntraMfaConfig';
import { rulesOf } from './rulesOf';

const tenantId = '9632810c-f3ce-4279-9468-4a8946a56bd1';
const simulator = 'https://localhost:9443';

it.each<[object, PhoneDelivery]>([
  [{}, 'ends'],
  [{ cloud: 'global' }, 'ends'],
  [{ cloud: 'usGovernment' }, 'national-cloud'],
  [{ cloud: 'usGovernmentDoD' }, 'national-cloud'],
  [{ cloud: 'china' }, 'national-cloud'],
  [{ authority: simulator, graphRoot: simulator }, 'ends'],
  [{ ownTelephonyProvider: true }, 'own-provider'],
  [{ ownTelephonyProvider: false }, 'ends'],
])('gives the rules of a tenant at %j who delivers: %s', (where, expected) => {
  const config = readEntraMfaConfig(
    new ConfigReader({
      entraMfa: {
        tenants: [
          { tenantId, clientId: tenantId, clientSecret: 'a~Secret', ...where },
        ],
      },
    }),
  );
  expect(rulesOf(config, tenantId)).toEqual({
    ...config.rules,
    phoneDelivery: expected,
  });
});

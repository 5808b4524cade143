import { ConfigReader } from '@backstage/config';
import { collectors } from '../collectors';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { frameworksFor } from '../controls/frameworksFor';
import { publishControls } from '../controls/publishControls';
import { objectId } from './rows';
import { tenantId } from './testTenant';

const config = readEntraMfaConfig(
  new ConfigReader({
    entraMfa: {
      tenants: [
        { tenantId, clientId: objectId(500), clientSecret: 'not-used' },
      ],
    },
  }),
);

/** With it a sync of the tenant of tests tests the controls of every framework. */
export const withControls = {
  publishAlso: publishControls({
    config,
    collectors,
    frameworks: frameworksFor(config.compliance),
  }),
};

import { z } from 'zod';
import { cloudNames, clouds } from './clouds';
import { credentialFields, credentialOf } from './credentialOf';
import { entityRef, flag, guid, oneOf, text } from './fields';
import type { TenantConfig } from './types';

type Addresses = Pick<
  TenantConfig,
  'cloud' | 'authority' | 'knownAuthority' | 'graphRoot'
>;

const address = text().refine(
  value => URL.canParse(value) && new URL(value).protocol === 'https:',
  { error: 'should be an https address' },
);

const itself = z.object({
  tenantId: guid('the directory (tenant) id'),
  clientId: guid('the application (client) id'),
  ...credentialFields,
  ownTelephonyProvider: flag.default(false),
  cloud: oneOf(cloudNames).optional(),
  authority: address.optional(),
  graphRoot: address.optional(),
  contact: entityRef.optional(),
});

/** One item of `entraMfa.tenants`. */
export const tenantSchema = itself.transform((item, context): TenantConfig => {
  const { tenantId, clientId, ownTelephonyProvider, contact } = item;
  const credential = credentialOf(item);
  if ('should' in credential) {
    context.addIssue({
      code: 'custom',
      path: credential.at?.split('.') ?? [],
      message: credential.should,
    });
    return z.NEVER;
  }
  const addresses = addressesOf(item);
  if ('should' in addresses) {
    context.addIssue({
      code: 'custom',
      path: [addresses.at],
      message: addresses.should,
    });
    return z.NEVER;
  }
  return {
    tenantId,
    clientId,
    credential,
    ownTelephonyProvider,
    ...(contact !== undefined && { contact }),
    ...addresses,
  };
});

function addressesOf({
  tenantId,
  cloud,
  authority,
  graphRoot,
}: z.output<typeof itself>): Addresses | { at: string; should: string } {
  if (authority === undefined && graphRoot === undefined) {
    const { login, graphRoot: root } = clouds[cloud ?? 'global'];
    return {
      cloud: cloud ?? 'global',
      authority: `${login}/${tenantId}`,
      knownAuthority: true,
      graphRoot: root,
    };
  }
  if (authority === undefined || graphRoot === undefined) {
    return {
      at: authority === undefined ? 'authority' : 'graphRoot',
      should: 'authority and graphRoot can only be set together',
    };
  }
  if (cloud !== undefined) {
    return {
      at: 'cloud',
      should: 'should be left out where authority is set',
    };
  }
  const login = new URL(authority);
  const graph = new URL(graphRoot);
  if (graph.pathname !== '/' || graph.search) {
    return {
      at: 'graphRoot',
      should: `should be an address without a path: ${graph.origin}`,
    };
  }
  if (!['', tenantId].includes(login.pathname.replace(/\//g, ''))) {
    return {
      at: 'authority',
      should: `should be ${login.origin}, or that with the tenant id`,
    };
  }
  return {
    cloud: 'global',
    authority: `${login.origin}/${tenantId}`,
    knownAuthority: false,
    graphRoot: graph.origin,
  };
}

import { z } from 'zod';
import { cloudNames, clouds } from './clouds';
import { credentialFields, credentialOf } from './credentialOf';
import { entityRef, flag, guid, oneOf, text } from './fields';
import type { ConnectConfig, TenantConfig } from './types';

interface Addresses
  extends Pick<TenantConfig, 'cloud' | 'knownAuthority' | 'graphRoot'> {
  /** The origin that signs in. */
  signInAddress: string;
}

interface Wrong {
  at: string | null;
  should: string;
}

const address = text().refine(
  value => URL.canParse(value) && new URL(value).protocol === 'https:',
  { error: 'should be an https address' },
);

const addressFields = {
  cloud: oneOf(cloudNames).optional(),
  authority: address.optional(),
  graphRoot: address.optional(),
};

const itself = z.object({
  tenantId: guid('the directory (tenant) id'),
  clientId: guid('the application (client) id'),
  ...credentialFields,
  ...addressFields,
  ownTelephonyProvider: flag.default(false),
  contact: entityRef.optional(),
  switchedOff: z.array(text()).optional(),
});

/** One item of `entraMfa.tenants`. */
export const tenantSchema = itself.transform((item, context): TenantConfig => {
  const { tenantId, clientId, ownTelephonyProvider, contact, switchedOff } =
    item;
  const credential = credentialOf(item);
  if ('should' in credential) {
    return refuse(context, credential);
  }
  const addresses = addressesOf(item, tenantId);
  if ('should' in addresses) {
    return refuse(context, addresses);
  }
  const { signInAddress, ...rest } = addresses;
  return {
    tenantId,
    clientId,
    credential,
    ownTelephonyProvider,
    ...(contact !== undefined && { contact }),
    ...(switchedOff !== undefined && { switchedOff }),
    authority: `${signInAddress}/${tenantId}`,
    ...rest,
  };
});

/** `entraMfa.connect`. */
export const connectSchema = z
  .object({
    clientId: itself.shape.clientId,
    ...credentialFields,
    ...addressFields,
    keyFile: text().optional(),
    previousKeyFile: text().optional(),
  })
  .transform((item, context): ConnectConfig => {
    const credential = credentialOf(item);
    if ('should' in credential) {
      return refuse(context, credential);
    }
    if (credential.kind === 'managed-identity') {
      return refuse(context, {
        at: 'managedIdentity',
        should:
          'should be another credential: a managed identity signs in to its own tenant alone',
      });
    }
    const { clientId, keyFile = null, previousKeyFile = null } = item;
    if (keyFile === null && previousKeyFile !== null) {
      return refuse(context, {
        at: 'previousKeyFile',
        should: 'should be left out where there is no keyFile',
      });
    }
    const addresses = addressesOf(item, '');
    return 'should' in addresses
      ? refuse(context, addresses)
      : { clientId, credential, ...addresses, keyFile, previousKeyFile };
  });

function refuse(context: z.RefinementCtx, { at, should }: Wrong): never {
  context.addIssue({
    code: 'custom',
    path: at?.split('.') ?? [],
    message: should,
  });
  return z.NEVER;
}

/** @param tenantId - what the path of the authority may be, beside nothing */
function addressesOf(
  {
    cloud,
    authority,
    graphRoot,
  }: Pick<z.output<typeof itself>, keyof typeof addressFields>,
  tenantId: string,
): Addresses | Wrong {
  if (authority === undefined && graphRoot === undefined) {
    const { login, graphRoot: root } = clouds[cloud ?? 'global'];
    return {
      cloud: cloud ?? 'global',
      signInAddress: login,
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
      should: tenantId
        ? `should be ${login.origin}, or that with the tenant id`
        : `should be ${login.origin}: each tenant has its own path below it`,
    };
  }
  return {
    cloud: 'global',
    signInAddress: login.origin,
    knownAuthority: false,
    graphRoot: graph.origin,
  };
}

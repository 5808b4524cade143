import type { Config } from '@backstage/config';
import { cloudNames, clouds } from './clouds';
import { fail, guid, oneOf } from './fail';
import type { TenantConfig } from './types';

type Addresses = Pick<
  TenantConfig,
  'cloud' | 'authority' | 'knownAuthority' | 'graphRoot'
>;

function httpsUrl(path: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:') {
    return fail(path, 'should be an https address');
  }
  return url;
}

function readSecret(path: string, config: Config): string {
  const secret = config.getString('clientSecret').trim();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(secret)) {
    fail(
      `${path}.clientSecret`,
      'this is the id of the secret: use its value, which the Azure portal shows once, when the secret is made',
    );
  }
  return secret;
}

function readAddresses(
  path: string,
  config: Config,
  tenantId: string,
): Addresses {
  const authority = config.getOptionalString('authority');
  const graphRoot = config.getOptionalString('graphRoot');
  if (authority === undefined && graphRoot === undefined) {
    const name = config.getOptionalString('cloud') ?? 'global';
    const cloud = oneOf(`${path}.cloud`, name, cloudNames);
    return {
      cloud,
      authority: `${clouds[cloud].login}/${tenantId}`,
      knownAuthority: true,
      graphRoot: clouds[cloud].graphRoot,
    };
  }
  if (authority === undefined || graphRoot === undefined) {
    const missing = authority === undefined ? 'authority' : 'graphRoot';
    return fail(
      `${path}.${missing}`,
      'authority and graphRoot can only be set together',
    );
  }
  if (config.has('cloud')) {
    fail(`${path}.cloud`, 'should be left out where authority is set');
  }
  const login = httpsUrl(`${path}.authority`, authority);
  const graph = httpsUrl(`${path}.graphRoot`, graphRoot);
  if (graph.pathname !== '/' || graph.search) {
    fail(
      `${path}.graphRoot`,
      `should be an address without a path: ${graph.origin}`,
    );
  }
  if (!['', tenantId].includes(login.pathname.replace(/\//g, ''))) {
    fail(
      `${path}.authority`,
      `should be ${login.origin}, or that with the tenant id`,
    );
  }
  return {
    cloud: 'global',
    authority: `${login.origin}/${tenantId}`,
    knownAuthority: false,
    graphRoot: graph.origin,
  };
}

/** Reads one item of `entraMfa.tenants`. */
export function readTenant(config: Config, path: string): TenantConfig {
  const tenantId = guid(
    `${path}.tenantId`,
    config.getString('tenantId'),
    'the directory (tenant) id',
  );
  return {
    tenantId,
    clientId: guid(
      `${path}.clientId`,
      config.getString('clientId'),
      'the application (client) id',
    ),
    clientSecret: readSecret(path, config),
    ownTelephonyProvider:
      config.getOptionalBoolean('ownTelephonyProvider') ?? false,
    ...readAddresses(path, config, tenantId),
  };
}

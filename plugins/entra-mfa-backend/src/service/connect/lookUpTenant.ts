import { InputError } from '@backstage/errors';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import type { ConnectConfig } from '../../config/types';
import {
  ConnectionError,
  ForeignAddressError,
  SignInError,
} from '../../graph/errors';
import { explain } from '../../graph/explain';
import { signInOrigins } from '../../graph/signInOrigins';
import { SignInNetwork } from '../../graph/SignInNetwork';

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const domain =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i;

const described = z.object({ issuer: z.string() });

/**
 * The id of a tenant, by its id or by one of its domains, as the sign-in service knows it. Source: OpenID Connect
 * Discovery, on Microsoft's identity platform.
 *
 * @throws InputError where there is none, or where nobody answered
 */
export async function lookUpTenant(
  { signInAddress, clientId }: ConnectConfig,
  clock: Pick<EntraMfaClock, 'now'>,
  written: string,
): Promise<string> {
  const name = written.trim().toLowerCase();
  const isId = name.length === 36 && guid.test(name);
  if (!isId && !domain.test(name)) {
    throw new InputError(
      "Parameter 'tenant' must be a directory (tenant) id, a GUID, or a domain of the tenant, such as contoso.com",
    );
  }
  const network = new SignInNetwork(clock, signInOrigins(signInAddress));
  const url = `${signInAddress}/${name}/v2.0/.well-known/openid-configuration`;
  try {
    const { status, body } = await network.sendGetRequestAsync<unknown>(url);
    const { number } = network.trace;
    const [id] = guid.exec(described.safeParse(body).data?.issuer ?? '') ?? [];
    if (status !== 200 || !id) {
      throw new SignInError('openid_config_error', number, false);
    }
    return id.toLowerCase();
  } catch (error) {
    const { message, action } = explain(asSignIn(error), {
      tenantId: name,
      clientId,
      collector: null,
    }).problem;
    throw new InputError(`${message} ${action}`);
  }
}

function asSignIn(error: unknown): unknown {
  if (error instanceof ConnectionError) {
    return new SignInError('network_error', null, true, error);
  }
  if (error instanceof ForeignAddressError) {
    return new SignInError('foreign_address', null, false, null, error);
  }
  return error;
}

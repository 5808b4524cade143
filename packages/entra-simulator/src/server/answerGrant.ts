import { tokenLifetime } from './AccessTokens';
import type { Grant } from './Grants';
import { isOpenIdScope, scopesOf } from './scopes';
import { signInErrors, type SignInError } from './signInErrors';
import type { SimulatorContext } from './SimulatorContext';

/**
 * The tokens of somebody who signed in, with the scopes of those asked for to which the tenant has consented.
 * An id token comes with `openid`, a new refresh token with `offline_access`.
 */
export async function answerGrant(
  { consents, grants, tokens, multiTenant }: SimulatorContext,
  { grant, scope }: { grant: Grant; scope: string },
  origin: string,
): Promise<SignInError | { body: object }> {
  const { person, clientId, nonce } = grant;
  const consented = consents.of(person.tenantId)?.scopes ?? [];
  const given = scopesOf(scope).flatMap(asked => {
    if (asked.name === '.default') {
      const prefix = asked.written.slice(0, -asked.name.length);
      return consented
        .filter(name => !isOpenIdScope(name))
        .map(name => ({ name, written: `${prefix}${name}` }));
    }
    return isOpenIdScope(asked.name) || consented.includes(asked.name)
      ? [asked]
      : [];
  });
  const ofGraph = given.filter(({ name }) => !isOpenIdScope(name));
  if (ofGraph.length === 0) {
    return signInErrors.noDelegation(clientId, multiTenant?.name ?? clientId);
  }
  const asksFor = (name: string) => given.some(one => one.name === name);
  const access = await tokens.issueFor(person, {
    audience: /^https:\/\/[^/]+/.exec(ofGraph[0].written)?.[0] ?? origin,
    clientId,
    scopes: ofGraph.map(({ name }) => name),
  });
  const body = {
    token_type: 'Bearer',
    scope: given.map(({ written }) => written).join(' '),
    expires_in: tokenLifetime,
    ext_expires_in: tokenLifetime,
    access_token: access,
    ...(asksFor('offline_access') && {
      refresh_token: grants.issueRefreshToken(grant),
    }),
    ...(asksFor('openid') && {
      id_token: await tokens.issueIdToken(person, {
        clientId,
        issuer: `${origin}/${person.tenantId}/v2.0`,
        nonce,
      }),
    }),
    client_info: Buffer.from(
      JSON.stringify({ uid: person.id, utid: person.tenantId }),
    ).toString('base64url'),
  };
  return { body };
}

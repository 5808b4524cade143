/** A refusal of the token endpoint. */
export type SignInError = {
  status: number;
  error: string;
  /** The number after `AADSTS`. */
  number: number;
  description: string;
  /** What a client of Microsoft's may do about it. */
  suberror?: string;
};

const refuse = (
  status: number,
  error: string,
  number: number,
  description: string,
): SignInError => ({ status, error, number, description });

/** The refusals that Microsoft Entra documents at its token endpoint. */
export const signInErrors = {
  wrongSecret: (clientId: string) =>
    refuse(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  expiredSecret: (clientId: string) =>
    refuse(
      401,
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    ),
  noCredential: () =>
    refuse(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  /** The assertion names another application than the request. */
  assertionOfOther: () =>
    refuse(
      401,
      'invalid_client',
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    ),
  assertionAudience: () =>
    refuse(
      401,
      'invalid_client',
      700023,
      'Client assertion audience claim does not match Realm issuer.',
    ),
  assertionTimes: () =>
    refuse(
      401,
      'invalid_client',
      700024,
      'Client assertion is not within its valid time range.',
    ),
  malformedAssertion: () =>
    refuse(401, 'invalid_client', 50027, 'JWT token is invalid or malformed.'),
  noKeys: (clientId: string) =>
    refuse(
      401,
      'invalid_client',
      700026,
      `Client application '${clientId}' has no configured keys.`,
    ),
  /** No certificate of the application, or its key has not signed this. */
  certificate: (clientId: string, reason: string) =>
    refuse(
      401,
      'invalid_client',
      700027,
      `The certificate with identifier used to sign the client assertion is not valid for application '${clientId}'. [Reason - ${reason}.]`,
    ),
  /** The application is federated with nobody. */
  noFederated: ({ iss, sub, aud }: Record<'iss' | 'sub' | 'aud', string>) =>
    refuse(
      401,
      'invalid_client',
      70021,
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${iss}'. Assertion Subject: '${sub}'. Assertion Audience: '${aud}'.`,
    ),
  federated: (number: number, claim: string, value: string) =>
    refuse(
      401,
      'invalid_client',
      number,
      `No matching federated identity record found for presented assertion ${claim} '${value}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    ),
  federatedKey: (kid: string, issuer: string) =>
    refuse(
      401,
      'invalid_client',
      7000272,
      `The certificate with identifier ${kid} used to sign the federated credential could not be found in the metadata of identity provider ${issuer}.`,
    ),
  appNotFound: (clientId: string, directory: string) =>
    refuse(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${directory}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    ),
  /** The application of another tenant, where no administrator has consented to it. */
  servicePrincipalMissing: (clientId: string, tenantId: string) =>
    refuse(
      401,
      'invalid_client',
      7000229,
      `The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    ),
  tenantNotFound: (tenant: string) =>
    /^[0-9a-f-]{36}$/i.test(tenant) || tenant.includes('.')
      ? refuse(
          400,
          'invalid_request',
          90002,
          `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
        )
      : refuse(
          400,
          'invalid_request',
          900023,
          `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
        ),
  scope: (scope: string) =>
    refuse(
      400,
      'invalid_scope',
      70011,
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    ),
  grantType: (grantType: string) =>
    refuse(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grantType}'.`,
    ),
  invalidGrant: (what: string) =>
    refuse(
      400,
      'invalid_grant',
      9002313,
      `Invalid request. Request is malformed or invalid: the ${what} is not known.`,
    ),
  codeRedeemed: () =>
    refuse(
      400,
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  codeExpired: () =>
    refuse(
      400,
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    ),
  /** The code was asked for at another redirect URI. */
  replyAddress: () =>
    refuse(
      400,
      'invalid_grant',
      500112,
      'The reply address does not match the reply address used when requesting authorization code.',
    ),
  codeVerifier: () =>
    refuse(
      400,
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  refreshTokenEnded: (number: 700082 | 50173) =>
    refuse(
      400,
      'invalid_grant',
      number,
      number === 700082
        ? 'The refresh token has expired due to inactivity.'
        : 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    ),
  /** Nobody has consented to what the person is asked to let the application do. */
  noDelegation: (clientId: string, name: string) => ({
    ...refuse(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}' named '${name}'. Send an interactive authorization request for this user and resource.`,
    ),
    suberror: 'consent_required',
  }),
  /** Any other refusal: only its number tells what it is. */
  numbered: (status: number, error: string, number: number) =>
    refuse(status, error, number, 'A refusal that was asked for.'),
  transient: (status: number) =>
    refuse(
      status,
      'temporarily_unavailable',
      90033,
      'A transient error has occurred. Please try again.',
    ),
};

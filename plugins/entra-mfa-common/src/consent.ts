/**
 * Where each of Microsoft's clouds signs in.
 *
 * Source: Microsoft Entra, national clouds.
 *
 * @public
 */
export const signInAddresses = {
  global: 'https://login.microsoftonline.com',
  usGovernment: 'https://login.microsoftonline.us',
  usGovernmentDoD: 'https://login.microsoftonline.us',
  china: 'https://login.chinacloudapi.cn',
} as const;

/** Microsoft's clouds, as `entraMfa.tenants[].cloud` names them. @public */
export type CloudName = keyof typeof signInAddresses;

/**
 * Microsoft's page where an administrator grants an app, for the whole tenant, what its registration
 * asks for.
 *
 * @public
 */
export function adminConsentUrl(options: {
  /** One of {@link signInAddresses}. */
  signInAddress: string;
  tenantId: string;
  clientId: string;
  /** Where Microsoft leads whoever answered, and what it hands back there. */
  answer?: { redirectUri: string; state: string };
}): string {
  const { signInAddress, tenantId, clientId, answer } = options;
  const url = new URL(
    `/${encodeURIComponent(tenantId)}/adminconsent`,
    signInAddress,
  );
  url.searchParams.set('client_id', clientId);
  if (answer) {
    url.searchParams.set('redirect_uri', answer.redirectUri);
    url.searchParams.set('state', answer.state);
  }
  return url.href;
}

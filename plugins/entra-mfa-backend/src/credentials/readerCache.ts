import type { ConfidentialClientApplication } from '@azure/msal-node';

/** Of what MSAL keeps of somebody who signed in: the account and its refresh token, and no other token. */
export function readerCacheOf(
  application: ConfidentialClientApplication,
): string {
  const cache = JSON.parse(application.getTokenCache().serialize());
  return JSON.stringify({ ...cache, AccessToken: {}, IdToken: {} });
}

/** Why a page of consent is not shown, or what it answers to the application. */
export type ConsentError = { number: number; description: string };

const refuse = (number: number, description: string): ConsentError => ({
  number,
  description,
});

/** The refusals that Microsoft Entra shows or sends at a consent. */
export const consentErrors = {
  noReplyAddress: () =>
    refuse(500113, 'No reply address is registered for the application.'),
  redirectUri: (redirectUri: string, clientId: string) =>
    refuse(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
    ),
  missing: (parameter: string) =>
    refuse(
      900144,
      `The request body must contain the following parameter: '${parameter}'.`,
    ),
  challengeMethod: () =>
    refuse(501491, "The value of 'code_challenge_method' must be 'S256'."),
  /** A page was answered twice, or something else than the page. */
  flowToken: () =>
    refuse(
      165000,
      'Invalid Request: The request tokens do not match the user context. Do not copy the user context values (cookies; form fields; headers) between different requests or user sessions; always maintain the ALL of the supplied values across a complete single user flow. Failure Reasons:[Token values do not match;]',
    ),
  /** The account is of another tenant than the address names. */
  otherTenant: (account: string, directory: string, clientId: string) =>
    refuse(
      50020,
      `User account '${account}' from identity provider does not exist in tenant '${directory}' and cannot access the application '${clientId}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
    ),
  declined: () => refuse(65004, 'User declined to consent to access the app.'),
  adminNeeded: () => refuse(90094, 'The grant requires admin permission.'),
};

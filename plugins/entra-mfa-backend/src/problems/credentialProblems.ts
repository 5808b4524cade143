import type { ProblemKind } from './types';

/** What can go wrong with a credential before anybody is asked. */
export const credentialProblems = {
  unreadable: {
    code: 'credential-unreadable',
    message: 'App {clientId} cannot sign in: `{setting}` {should}.',
    action:
      'Put it right where the portal runs, and let the user that runs the portal read it; then sync again: no restart is needed.',
    more: 'At start, the same of a certificate stops the portal.',
  },
  ended: {
    code: 'credential-ended',
    message: '{credential} with which app {clientId} signs in ended on {day}.',
    action:
      'Of a secret: make a new one in the app registration, put its value into `clientSecret` and its end into `expiresAt`, and restart; where it was entered on the page, enter the new one in the settings of the connection. Of a certificate: upload a new one to the app registration, then replace its files.',
    more: 'Told from that day on, whether Microsoft Entra refuses already or not. [How to rotate](operations.md#rotating-the-credential).',
  },
  sealedNoKey: {
    code: 'sealed-secret',
    message:
      'What the portal keeps to read tenant {tenantId} is sealed by another key than it has.',
    action:
      'Put the key by which it was sealed into the file of `entraMfa.connect.keyFile`, or of `previousKeyFile` beside the new one, and restart. Where that key is lost, disconnect the tenant and connect it again.',
    more: '[The portal’s key](operations.md#the-key-of-sealed-secrets).',
  },
  sealedBroken: {
    code: 'sealed-secret',
    message:
      'What the portal keeps to read tenant {tenantId} does not open: it was changed, or is of another place.',
    action:
      'Find out who writes into the database of this portal. Then disconnect the tenant and connect it again: what is sealed is made anew.',
  },
  keyServiceFailed: {
    code: 'key-service',
    message:
      'The key service of this portal did not open what is kept to read tenant {tenantId}.',
    action:
      'The next sync tries again. If it stays so, check that this portal can reach the key service and may use its key, and that the key is neither disabled nor deleted.',
    passes: true,
  },
} as const satisfies Record<string, ProblemKind>;

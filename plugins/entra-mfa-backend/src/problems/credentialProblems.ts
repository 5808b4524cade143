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
      'Of a secret: make a new one in the app registration, put its value into `clientSecret` and its end into `expiresAt`, and restart. Of a certificate: upload a new one to the app registration, then replace its files.',
    more: 'Told from that day on, whether Microsoft Entra refuses already or not. [How to rotate](operations.md#rotating-the-credential).',
  },
} as const satisfies Record<string, ProblemKind>;

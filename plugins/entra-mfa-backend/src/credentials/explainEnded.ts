import { dayOf } from './dayOf';
import type { CredentialConfig } from '../config/types';
import { credentialProblems } from '../problems/credentialProblems';
import { tell } from '../problems/tell';
import type { Advice } from '../problems/types';

/** Credentials as texts of problems and notifications name them. */
export const credentialNames: Record<CredentialConfig['kind'], string> = {
  secret: 'The client secret',
  certificate: 'The certificate',
  federated: 'The federated credential',
  'managed-identity': 'The managed identity',
  'sealed-secret': 'The client secret',
  reader: 'The sign-in',
};

/** Says what to do about a credential that has ended. */
export function explainEnded(credential: {
  kind: CredentialConfig['kind'];
  endsAt: Date;
  clientId: string;
}): Advice {
  const { kind, endsAt, clientId } = credential;
  return tell(credentialProblems.ended, {
    credential: credentialNames[kind],
    clientId,
    day: dayOf(endsAt),
  });
}

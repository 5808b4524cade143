import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import { readCredentialEnd } from '../credentials/credentialEnd';
import { explainEnded } from '../credentials/explainEnded';

/** That the credential of a tenant has ended, whether anybody has refused it yet or not. */
export async function credentialProblems(
  { tenants }: Pick<EntraMfaConfig, 'tenants'>,
  tenantId: string,
  now: Date,
): Promise<Problem[]> {
  const tenant = tenants.find(one => one.tenantId === tenantId);
  const end = tenant && (await readCredentialEnd(tenant.credential, now));
  if (!end?.endsAt || end.warning !== 0) {
    return [];
  }
  const { clientId, credential } = tenant!;
  const { kind } = credential;
  const { endsAt } = end;
  return [
    {
      ...explainEnded({ kind, endsAt, clientId }),
      dataSet: null,
      since: endsAt.toISOString(),
    },
  ];
}

import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ConnectConfig } from '../../config/types';
import { SignInError, WrongTenantError } from '../../graph/errors';
import { signInProblems } from '../../problems/signInProblems';
import type { QueryOf } from '../types';
import { explainFor } from './explainFor';

/** What Microsoft's page means by `access_denied` where it gives no number. */
const [DECLINED] = signInProblems.consentDeclined.signIn;

/** Why an answer of Microsoft's page is no consent; null where it says that it is one. */
export function refusalOf(
  connect: ConnectConfig,
  query: QueryOf<'answerConsent'>,
  tenantId: string,
): Problem | null {
  const { tenant, error, error_description: description = '' } = query;
  if (error === undefined) {
    const isOther = tenant !== undefined && tenant.toLowerCase() !== tenantId;
    return isOther
      ? explainFor(connect, tenantId, new WrongTenantError('unknown'))
      : null;
  }
  const [, number = error === 'access_denied' ? DECLINED : null] =
    /AADSTS(\d+)/.exec(description) ?? [];
  return explainFor(
    connect,
    tenantId,
    new SignInError('consent', number === null ? null : Number(number), false),
  );
}

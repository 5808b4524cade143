import type { Endpoint } from '../server/endpoints';
import { GraphError, graphErrors } from '../server/GraphError';
import type { FaultRule } from './faultProfile';

/** Throws the error that a rule asks for; returns when the rule spoils the answer instead. */
export function throwFault(rule: FaultRule, endpoint: Endpoint): void {
  switch (rule.kind) {
    case 'status': {
      const known = graphErrors.ofStatus(rule.status);
      throw new GraphError(
        rule.status,
        rule.code ?? known.code,
        rule.message ?? known.message,
        rule.retryAfter === undefined
          ? {}
          : { 'Retry-After': String(rule.retryAfter) },
      );
    }
    case 'permissionMissing':
      throw permissionError(endpoint);
    case 'licenceMissing':
      throw endpoint.licence === 'p2'
        ? graphErrors.governanceLicence()
        : graphErrors.premiumLicence();
    case 'expiredPageToken':
      throw graphErrors.expiredPageToken();
    case 'invalidToken':
      throw graphErrors.invalidToken(
        'Lifetime validation failed, the token is expired.',
      );
    default:
  }
}

function permissionError({ name }: Endpoint): GraphError {
  switch (name) {
    case 'registrations':
      return graphErrors.reportPermission();
    case 'mailboxPurpose':
      return graphErrors.mailboxPermission();
    case 'userMethods':
      return graphErrors.methodsPermission();
    default:
      return graphErrors.directoryPermission();
  }
}

import { signInProblems } from '../problems/signInProblems';
import { tell } from '../problems/tell';
import type { Advice, ProblemKind } from '../problems/types';
import type { ConnectionError, SignInError } from './errors';
import type { ProblemContext } from './types';

type Kind = (typeof signInProblems)[keyof typeof signInProblems];

const byNumber = new Map<number, Kind>(
  Object.values(signInProblems).flatMap(kind => {
    const { signIn = [] }: ProblemKind = kind;
    return signIn.map((number): [number, Kind] => [number, kind]);
  }),
);

/** MSAL's own words for an authority that does not describe itself. */
const noAuthority = new Set([
  'endpoints_resolution_error',
  'openid_config_error',
  'untrusted_authority',
]);

function kindOfConnection({ reason }: ConnectionError): Kind {
  switch (reason) {
    case 'certificate':
      return signInProblems.signInCertificate;
    case 'not-json':
      return signInProblems.signInAnsweredByOther;
    default:
      return signInProblems.signInUnreachable;
  }
}

/** Answers by which Entra asks for the person again, and MSAL where it has nothing to renew. */
const asksForPerson = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'no_tokens_found',
  'no_account_found',
  'refresh_token_expired',
]);

function kindOfReader({ number, oauthError }: SignInError): Kind | null {
  if (number === 65001 || oauthError === 'consent_required') {
    return signInProblems.readerNotConsented;
  }
  return asksForPerson.has(oauthError) ? signInProblems.signInAgain : null;
}

/** A secret that was entered on the page is changed there. */
function keptOf(kind: Kind): Kind {
  switch (kind) {
    case signInProblems.secretWrong:
      return signInProblems.keptSecretWrong;
    case signInProblems.secretExpired:
      return signInProblems.keptSecretExpired;
    default:
      return kind;
  }
}

function kindOf(error: SignInError): Kind {
  const ofReader = error.credential === 'reader' ? kindOfReader(error) : null;
  if (ofReader) {
    return ofReader;
  }
  const known = error.number === null ? null : byNumber.get(error.number);
  if (known) {
    return error.credential === 'sealed-secret' ? keptOf(known) : known;
  }
  if (error.credential === 'managed-identity') {
    return error.transient
      ? signInProblems.managedIdentityUnreachable
      : signInProblems.managedIdentityRefused;
  }
  if (error.foreign) {
    return signInProblems.signInForeignAddress;
  }
  if (error.connection) {
    return kindOfConnection(error.connection);
  }
  if (noAuthority.has(error.oauthError)) {
    return signInProblems.tenantNotFound;
  }
  return error.transient
    ? signInProblems.signInBusy
    : signInProblems.signInRefused;
}

/** Says what to do about a failed sign-in. */
export function explainSignIn(
  error: SignInError,
  { clientId, tenantId }: ProblemContext,
): Advice {
  const { number, connection, foreign } = error;
  const detail = connection && (connection.detail || connection.reason);
  return tell(kindOf(error), {
    clientId,
    tenantId,
    host: foreign?.host ?? '',
    number: number === null ? '' : ` (AADSTS${number})`,
    detail: detail ? ` (${detail})` : '',
  });
}

import { AuthError, ServerError } from '@azure/msal-node';
import type { CredentialConfig } from '../config/types';
import { signInProblems } from '../problems/signInProblems';
import { ConnectionError, SignInError } from './errors';
import type { SignInTrace } from './SignInNetwork';

/** Faults of the sign-in service that pass. */
const transientNumbers = new Set<number>([
  ...signInProblems.signInBusy.signIn,
  ...signInProblems.signInThrottled.signIn,
]);

const transientErrors = new Set([
  'network_error',
  'token_parsing_error',
  'temporarily_unavailable',
  'server_error',
]);

/**
 * Keeps of MSAL's error what can be acted on. Its texts are left behind: they are Microsoft's to
 * change, and hold ids and addresses.
 *
 * @param trace - what MSAL does not tell
 */
export function toSignInError(
  error: unknown,
  trace: SignInTrace,
  credential: CredentialConfig['kind'],
): SignInError {
  if (trace.foreign) {
    return new SignInError(
      'foreign_address',
      null,
      false,
      null,
      trace.foreign,
      credential,
    );
  }
  if (!(error instanceof AuthError)) {
    // What is left is our own limit on the time.
    const timeout = trace.connection ?? new ConnectionError('timeout');
    return new SignInError('timeout', null, true, timeout, null, credential);
  }
  // The endpoint of a managed identity is reached by MSAL's own network, which leaves no trace.
  const connection =
    credential === 'managed-identity' && error.errorCode === 'network_error'
      ? new ConnectionError('unreachable')
      : trace.connection;
  const number = connection ? null : numberIn(error) ?? trace.number;
  const status = error instanceof ServerError ? error.status ?? 0 : 0;
  const signInError = new SignInError(
    error.errorCode,
    number,
    connection
      ? connection.reason !== 'certificate'
      : transientErrors.has(error.errorCode) ||
        (number !== null && transientNumbers.has(number)) ||
        status === 429 ||
        status >= 500,
    connection,
    null,
    credential,
  );
  signInError.retryAfterMs = trace.retryAfterMs;
  if (error.correlationId) {
    signInError.requestIds.push(error.correlationId);
  }
  return signInError;
}

function numberIn({ errorMessage }: AuthError): number | null {
  const found = /AADSTS(\d+)/.exec(errorMessage)?.[1];
  return found ? Number(found) : null;
}

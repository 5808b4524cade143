import { AuthError, ServerError } from '@azure/msal-node';
import { SignInError } from './errors';

/** Faults of the sign-in service that pass. Source: Microsoft Entra authentication error codes. */
const transientNumbers = new Set([50000, 50196, 90006, 90024, 90033, 90055]);

const transientErrors = new Set([
  'network_error',
  'token_parsing_error',
  'temporarily_unavailable',
  'server_error',
]);

/**
 * Keeps of MSAL's error what can be acted on. Its texts are left behind: they are Microsoft's to
 * change, and hold ids and addresses.
 */
export function toSignInError(error: unknown): SignInError {
  if (!(error instanceof AuthError)) {
    // What is left is our own limit on the time.
    return new SignInError('timeout', null, true);
  }
  const found = /AADSTS(\d+)/.exec(error.errorMessage)?.[1];
  const number = found ? Number(found) : null;
  const status = error instanceof ServerError ? error.status ?? 0 : 0;
  const signInError = new SignInError(
    error.errorCode,
    number,
    transientErrors.has(error.errorCode) ||
      (number !== null && transientNumbers.has(number)) ||
      status === 429 ||
      status >= 500,
  );
  if (error.correlationId) {
    signInError.requestIds.push(error.correlationId);
  }
  return signInError;
}

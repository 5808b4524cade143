import { createHash, X509Certificate } from 'node:crypto';
import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
} from 'jose';
import { signInErrors, type SignInError } from './signInErrors';
import type { RegisteredApplication } from './RegisteredApplication';

/** Entra allows machines to differ by so much. */
const SKEW_SECONDS = 300;

const algorithms = ['RS256', 'PS256'];

/**
 * What is wrong with an assertion, in the order in which Entra checks it: one that the application signed
 * with the key of a certificate, or one of somebody who is federated with it.
 *
 * Its times are checked by real time: whoever signs it knows nothing of the tenant's clock.
 */
export async function checkAssertion(
  signingIn: SigningIn,
  assertion: string,
): Promise<SignInError | undefined> {
  const parts = partsOf(assertion);
  if (!parts) {
    return signInErrors.malformedAssertion();
  }
  return parts.thumbprint === undefined
    ? checkFederated(signingIn, assertion, parts)
    : checkCertificate(signingIn, assertion, parts);
}

/** Who signs in, where, and at what time of the tenant. */
type SigningIn = Pick<RegisteredApplication, 'clientId' | 'application'> & {
  tenantId: string;
  now: number;
};

type Parts = {
  payload: JWTPayload;
  alg: string;
  kid: string;
  /** How the header names a certificate; undefined where it names none. */
  thumbprint: { hash: 'sha1' | 'sha256'; value: string } | undefined;
};

function partsOf(assertion: string): Parts | undefined {
  try {
    const header = decodeProtectedHeader(assertion);
    const sha256 = header['x5t#S256'];
    const value = sha256 ?? header.x5t;
    return {
      payload: decodeJwt(assertion),
      alg: header.alg ?? '',
      kid: header.kid ?? '',
      thumbprint:
        value === undefined
          ? undefined
          : {
              hash: sha256 === undefined ? 'sha1' : 'sha256',
              value: String(value),
            },
    };
  } catch {
    return undefined;
  }
}

async function checkCertificate(
  { clientId, application, tenantId, now }: SigningIn,
  assertion: string,
  { payload, alg, thumbprint }: Parts,
): Promise<SignInError | undefined> {
  const { certificates } = application.registration;
  const isSelf = [payload.iss, payload.sub].every(
    name => name?.toLowerCase() === clientId.toLowerCase(),
  );
  if (!isSelf) {
    return signInErrors.assertionOfOther();
  }
  if (!isFor(payload, tenantId)) {
    return signInErrors.assertionAudience();
  }
  if (!payload.jti || !algorithms.includes(alg)) {
    return signInErrors.malformedAssertion();
  }
  if (!isTimely(payload)) {
    return signInErrors.assertionTimes();
  }
  if (certificates.length === 0) {
    return signInErrors.noKeys(clientId);
  }
  const named = certificates.find(
    pem => thumbprintOf(pem, thumbprint!.hash) === thumbprint!.value,
  );
  if (!named) {
    return signInErrors.certificate(clientId, 'The key was not found');
  }
  const known = new X509Certificate(named);
  if (now < Date.parse(known.validFrom) || now > Date.parse(known.validTo)) {
    return signInErrors.certificate(clientId, 'The key used is expired');
  }
  return (await holds(
    compactVerify(assertion, known.publicKey, { algorithms }),
  ))
    ? undefined
    : signInErrors.certificate(
        clientId,
        'The provided signature value did not match the expected signature value',
      );
}

async function checkFederated(
  { application }: SigningIn,
  assertion: string,
  { payload, kid }: Parts,
): Promise<SignInError | undefined> {
  const { federatedCredentials } = application.registration;
  const { iss = '', sub = '' } = payload;
  const audiences = [payload.aud ?? ''].flat();
  if (federatedCredentials.length === 0) {
    return signInErrors.noFederated({ iss, sub, aud: audiences.join() });
  }
  const ofIssuer = federatedCredentials.filter(({ issuer }) => issuer === iss);
  if (ofIssuer.length === 0) {
    return signInErrors.federated(700211, 'issuer', iss);
  }
  const ofSubject = ofIssuer.filter(({ subject }) => subject === sub);
  if (ofSubject.length === 0) {
    return signInErrors.federated(700213, 'subject', sub);
  }
  const fitting = ofSubject.find(({ audience }) =>
    audiences.includes(audience),
  );
  if (!fitting) {
    return signInErrors.federated(700212, 'audience', audiences.join());
  }
  if (!isTimely(payload)) {
    return signInErrors.assertionTimes();
  }
  const keys = createLocalJWKSet(fitting.jwks);
  return (await holds(compactVerify(assertion, keys, { algorithms })))
    ? undefined
    : signInErrors.federatedKey(kid, iss);
}

async function holds(verification: Promise<unknown>): Promise<boolean> {
  try {
    await verification;
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      return false;
    }
    throw error;
  }
}

/** The token endpoint itself, or the issuer: Entra takes both, at whatever port this one listens. */
function isFor({ aud }: JWTPayload, tenantId: string): boolean {
  return [aud ?? ''].flat().some(audience => {
    const path = URL.canParse(audience) ? new URL(audience).pathname : '';
    return [`/${tenantId}/oauth2/v2.0/token`, `/${tenantId}/v2.0`].includes(
      path.toLowerCase(),
    );
  });
}

function isTimely({ exp, nbf = 0 }: JWTPayload): boolean {
  const seconds = Date.now() / 1000;
  return (
    exp !== undefined &&
    exp + SKEW_SECONDS > seconds &&
    nbf - SKEW_SECONDS < seconds
  );
}

function thumbprintOf(pem: string, hash: 'sha1' | 'sha256'): string {
  return createHash(hash)
    .update(new X509Certificate(pem).raw)
    .digest('base64url');
}

import { X509Certificate } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod/v4';

const certificate = z.string().refine(isCertificate, {
  error: 'must be a certificate in PEM',
});

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== '';
  } catch {
    return false;
  }
}

/** Who else may sign in as the application, and by whose keys that is known. @public */
export const federatedCredential = z.strictObject({
  /** The `iss` of its assertions. */
  issuer: z.string().min(1),
  /** The `sub` of its assertions; capitals count. */
  subject: z.string().min(1),
  /** The `aud` of its assertions. */
  audience: z.string().min(1).default('api://AzureADTokenExchange'),
  /** The keys that the issuer publishes, as a JSON Web Key Set. */
  jwks: z.strictObject({
    keys: z.array(z.custom<JWK>(key => key instanceof Object)),
  }),
});

/** An application's registration: what it may do, and with what it signs in. @public */
export const applicationRegistration = z.strictObject({
  /** The application permissions that its tokens carry. */
  permissions: z.array(z.string()),
  /** From when on its client secret is expired, by the tenant's clock; null for never. */
  clientSecretEnds: z.iso.datetime({ offset: true }).nullable(),
  /** The certificates (PEM) that are uploaded to it. */
  certificates: z.array(certificate),
  federatedCredentials: z.array(federatedCredential),
});

/** See `applicationRegistration`. @public */
export type ApplicationRegistration = z.infer<typeof applicationRegistration>;

/** A part of a registration, as it is written. @public */
export type ApplicationChange = Partial<
  z.input<typeof applicationRegistration>
>;

/**
 * The registration of the application that signs in. It can be changed while the simulator runs, as an
 * administrator does it; tokens that were issued before keep what they carry.
 *
 * @public
 */
export class Application {
  readonly #atStart: ApplicationRegistration;
  #registration: ApplicationRegistration;

  constructor(registration: ApplicationRegistration) {
    this.#atStart = registration;
    this.#registration = registration;
  }

  /** As it is now. */
  get registration(): ApplicationRegistration {
    return this.#registration;
  }

  /** Changes parts of it. Throws when they cannot be used. */
  change(change: ApplicationChange): void {
    const result = applicationRegistration.partial().safeParse(change);
    if (!result.success) {
      throw new Error(
        `This registration cannot be used.\n${z.prettifyError(result.error)}`,
      );
    }
    this.#registration = { ...this.#registration, ...result.data };
  }

  /** Takes all changes back. */
  reset(): void {
    this.#registration = this.#atStart;
  }
}

import { z } from 'zod/v4';
import { guid } from '../tenant/tenantOptions';
import { applicationRegistration } from './Application';
import { allPermissions } from './endpoints';

/** An application that is registered elsewhere, and that administrators consent to. @public */
export const multiTenantApplication = z.strictObject({
  clientId: guid,
  clientSecret: z.string().min(1),
  /** As the page of consent names it. */
  name: z.string().min(1).default('Backstage portal'),
  /** Who publishes it; Microsoft writes `unverified` of who has not proved who they are. */
  publisher: z.string().min(1).default('unverified'),
  /** Where the answer of a consent may go: exactly one of these. */
  redirectUris: z.array(z.url()).default([]),
  /** The application permissions that its registration asks for. */
  permissions: z.array(z.string()).default([...allPermissions]),
  certificates: applicationRegistration.shape.certificates.default([]),
  federatedCredentials:
    applicationRegistration.shape.federatedCredentials.default([]),
  /**
   * How the token endpoint refuses it where nobody has consented: Entra answers with
   * `AADSTS700016`, or with `AADSTS7000229` where it knows the application from elsewhere.
   */
  withoutConsent: z
    .union([z.literal(700016), z.literal(7000229)])
    .default(700016),
});

/** See `multiTenantApplication`. */
export type MultiTenantApplication = z.infer<typeof multiTenantApplication>;

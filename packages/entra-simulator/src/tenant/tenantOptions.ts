import { z } from 'zod/v4';
import { licences } from './organization';

/** A GUID. */
export const guid = z.guid({ error: 'must be a GUID' });
/** How a generated tenant is drawn, and how large it is. */
export const seed = z.int().min(0).max(0xffffffff);
export const size = z.int().min(10).max(500_000);

/** A tenant beside the first one, behind the same origin; it is generated. @public */
export const otherTenant = z.strictObject({
  tenantId: guid,
  /** The display name, such as Fabrikam. */
  name: z.string().min(1),
  /** The default domain, such as `fabrikam.com`; `fabrikam.onmicrosoft.com` comes with it. */
  domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
    error: 'must be a domain in lower case',
  }),
  seed: seed.default(1),
  size: size.default(1200),
  /** Its licence; without it, that of the first tenant. */
  licence: z.enum(licences).optional(),
  /** An application that is registered in this tenant itself, if any. */
  clientId: guid.optional(),
  clientSecret: z.string().min(1).default('simulator-client-secret'),
});

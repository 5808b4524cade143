import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { applicationRegistration } from './server/Application';
import { multiTenantApplication } from './server/multiTenantApplication';
import { allPermissions } from './server/endpoints';
import { faultProfile } from './faults/faultProfile';
import { contoso, initialDomainOf } from './tenant/organizationNames';
import { licences, planStatuses } from './tenant/organization';
import { guid, otherTenant, seed, size } from './tenant/tenantOptions';

const port = z.int().min(0).max(65535);

const options = z.strictObject({
  /** Which tenant is generated: the same seed, size and date give the same tenant. */
  seed: seed.default(1),
  /** How many people are in scope, about. */
  size: size.default(1200),
  /** A folder of Graph response bodies to serve instead of a generated tenant. */
  tenantDir: z.string().optional(),
  /** The https port; 0 takes a free one. */
  port: port.default(0),
  /** The port of plain http with the managed identity's endpoint; 0 takes a free one. */
  httpPort: port.default(0),
  /** The address to listen on. */
  host: z.string().default('localhost'),
  tenantId: guid.default('9632810c-f3ce-4279-9468-4a8946a56bd1'),
  clientId: guid.default('3d4fc25d-a35e-42bb-93ec-d3d11676ac23'),
  clientSecret: z.string().min(1).default('simulator-client-secret'),
  /** What a managed identity sends in the header `X-IDENTITY-HEADER`. */
  identityHeader: z.string().min(1).default('simulator-identity-header'),
  /** The folder that keeps the certificate, which is made when it is not there. */
  certificateDir: z.string().default(join(tmpdir(), 'entra-simulator')),
  /** The tenant's date at the start; without it, now. */
  startDate: z.date().optional(),
  /** The first day of the timeline; without it, the tenant's date at the start. */
  timelineStart: z.date().optional(),
  /** Whether the date stands still until it is advanced. */
  frozenClock: z.boolean().default(false),
  /** The application permissions that tokens carry. */
  permissions: z.array(z.string()).default([...allPermissions]),
  /** From when on the client secret is expired, by the tenant's clock. */
  clientSecretEnds:
    applicationRegistration.shape.clientSecretEnds.default(null),
  /** Certificates (PEM) whose keys the application may sign in with. */
  certificates: applicationRegistration.shape.certificates.default([]),
  /** Whose assertions the application may sign in with. */
  federatedCredentials:
    applicationRegistration.shape.federatedCredentials.default([]),
  /** A file that keeps who has consented from one start to the next. */
  consentsFile: z.string().min(1).optional(),
  licence: z.enum(licences).default('p2'),
  /** The state of the licence's plans; in the last three, Graph answers as without a licence. */
  planStatus: z.enum(planStatuses).default('Enabled'),
  /** What goes wrong from the start. */
  faults: faultProfile.optional(),
  /** The limit of the registration report, as Microsoft documents it; false for none. */
  reportLimit: z
    .union([
      z.literal(false),
      z.strictObject({
        requests: z.int().min(1),
        seconds: z.number().positive(),
      }),
    ])
    .default({ requests: 5, seconds: 10 }),
  /** Whether Identity Protection has its limit of one request a second; never where the report has none. */
  protectionLimit: z.boolean().default(true),
  /** How long a page token is good for, in seconds. */
  pageTokenLifetime: z.number().positive().default(600),
  /** How many written pages are kept for the next time, while the clock is frozen; 0 for none. */
  cachedPages: z.int().min(0).default(0),
  /** Tenants beside the first one, behind the same origin. */
  otherTenants: z.array(otherTenant).default([]),
  /** An application of any tenant: it works in those whose administrator has consented to it. */
  multiTenantApplication: multiTenantApplication.optional(),
});

/** Every option of a simulator with its default. @public */
export const simulatorOptions = options.superRefine(
  ({ tenantId, clientId, otherTenants, ...rest }, context) => {
    const refuseRepeated = (what: string, values: (string | undefined)[]) => {
      const given = values.flatMap(value => value?.toLowerCase() ?? []);
      const repeated = given.find((value, at) => given.indexOf(value) < at);
      if (repeated !== undefined) {
        context.addIssue(`The ${what} ${repeated} is given twice.`);
      }
    };
    refuseRepeated('tenant', [
      tenantId,
      ...otherTenants.map(tenant => tenant.tenantId),
    ]);
    refuseRepeated('domain', [
      contoso.initialDomain,
      ...otherTenants.map(({ domain }) => initialDomainOf(domain)),
    ]);
    refuseRepeated('application', [
      clientId,
      rest.multiTenantApplication?.clientId,
      ...otherTenants.map(tenant => tenant.clientId),
    ]);
  },
);

/** Options of a simulator; every one has a default. @public */
export type SimulatorOptions = z.input<typeof simulatorOptions>;

/** Options with their defaults. */
export type ResolvedOptions = z.infer<typeof simulatorOptions>;

/** Reads options, or says which one is wrong. */
export function resolveOptions(input: unknown): ResolvedOptions {
  const result = simulatorOptions.safeParse(input);
  if (!result.success) {
    throw new Error(
      `The simulator cannot start with these options.\n${z.prettifyError(
        result.error,
      )}`,
    );
  }
  return result.data;
}

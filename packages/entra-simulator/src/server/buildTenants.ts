import type { SimulatedClock } from '../clock';
import type { ResolvedOptions } from '../options';
import { answerGenerated } from '../tenant/answerGenerated';
import { folderTenant } from '../tenant/folderTenant';
import { GeneratedTenant } from '../tenant/generatedTenant';
import {
  contoso,
  organizationNames,
  ownSeed,
} from '../tenant/organizationNames';
import { allPermissions } from './endpoints';
import { Application } from './Application';
import { RateLimit } from './RateLimit';
import { Tenants, type ServedTenant } from './Tenants';

/** The tenants that the options ask for; `application` is registered in the first one. */
export function buildTenants(
  options: ResolvedOptions,
  application: Application,
  clock: SimulatedClock,
): Tenants {
  const { clientId, clientSecret, planStatus, reportLimit } = options;
  const isProtected = reportLimit !== false && options.protectionLimit;
  const timelineStart = (options.timelineStart ?? clock.date()).getTime();
  const newLimit = () =>
    reportLimit
      ? new RateLimit(clock, reportLimit.requests, reportLimit.seconds)
      : undefined;
  const serve = (
    tenant: Omit<
      ServedTenant,
      'answers' | 'reportLimit' | 'protectionLimit' | 'signInLimit'
    >,
  ): ServedTenant => ({
    ...tenant,
    reportLimit: newLimit(),
    protectionLimit: isProtected ? new RateLimit(clock, 1, 1) : undefined,
    signInLimit: reportLimit ? new RateLimit(clock, 10, 60) : undefined,
    answers: tenant.generated
      ? answerGenerated(tenant.generated, { ...tenant, planStatus })
      : folderTenant(options.tenantDir!),
  });

  const first = serve({
    tenantId: options.tenantId,
    name: contoso.name,
    domain: contoso.domain,
    initialDomain: contoso.initialDomain,
    application: { clientId, clientSecret, application },
    licence: options.licence,
    generated: options.tenantDir
      ? undefined
      : new GeneratedTenant({
          seed: options.seed,
          size: options.size,
          timelineStart,
        }),
  });
  const others = options.otherTenants.map(other => {
    const { tenantId, name, domain } = other;
    const organization = organizationNames(tenantId, name, domain);
    return serve({
      tenantId,
      name,
      domain,
      initialDomain: organization.initialDomain,
      application: other.clientId
        ? {
            clientId: other.clientId,
            clientSecret: other.clientSecret,
            application: new Application({
              permissions: [...allPermissions],
              clientSecretEnds: null,
              certificates: [],
              federatedCredentials: [],
            }),
          }
        : undefined,
      licence: other.licence ?? options.licence,
      generated: new GeneratedTenant({
        seed: ownSeed(other.seed, tenantId),
        size: other.size,
        timelineStart,
        organization,
      }),
    });
  });
  return new Tenants(first, others);
}

import type { GeneratedTenant } from '../tenant/generatedTenant';
import type { Licence } from '../tenant/organization';
import type { Tenant } from '../tenant/Tenant';
import type { RateLimit } from './RateLimit';
import type { RegisteredApplication } from './RegisteredApplication';

/** A tenant, with what is its own. */
export type ServedTenant = {
  tenantId: string;
  name: string;
  domain: string;
  initialDomain: string;
  /** The application that is registered in it. */
  application?: RegisteredApplication;
  licence: Licence;
  /** Microsoft limits the report for each application and tenant. */
  reportLimit?: RateLimit;
  /** And Identity Protection for each tenant, to one request a second. */
  protectionLimit?: RateLimit;
  /** Of reading when people signed in last, which is the same wherever reports have one. */
  signInLimit?: RateLimit;
  answers: Tenant;
  /** The tenant when it is generated, and not read from a folder. */
  generated?: GeneratedTenant;
};

/** The tenants behind one origin. */
export class Tenants {
  readonly #byName = new Map<string, ServedTenant>();

  constructor(
    readonly first: ServedTenant,
    readonly others: readonly ServedTenant[],
  ) {
    for (const tenant of this.all) {
      for (const name of [
        tenant.tenantId,
        tenant.domain,
        tenant.initialDomain,
      ]) {
        this.#byName.set(name.toLowerCase(), tenant);
      }
    }
  }

  get all(): readonly ServedTenant[] {
    return [this.first, ...this.others];
  }

  /** The tenant of that id or domain. */
  named(idOrDomain: string): ServedTenant | undefined {
    return this.#byName.get(idOrDomain.toLowerCase());
  }
}

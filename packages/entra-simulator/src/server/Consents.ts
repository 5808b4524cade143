/** What an administrator has granted an application for a tenant. @public */
export type Consent = {
  /** The application permissions that tokens for this tenant carry. */
  permissions: readonly string[];
  /** The delegated permissions. */
  scopes: readonly string[];
  /** Who consented, by user principal name; null when it was granted by other means than the page. */
  by: string | null;
  /** When, by the tenant's clock. */
  at: string;
};

/**
 * The tenants that have consented to the multi-tenant application: those that have an enterprise
 * application for it.
 *
 * @public
 */
export class Consents {
  readonly #consents = new Map<string, Consent>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** What was granted in a tenant; undefined when nobody has consented. */
  of(tenantId: string): Consent | undefined {
    return this.#consents.get(tenantId.toLowerCase());
  }

  /** Grants these for a tenant, in addition to what it has granted before. */
  grant(
    tenantId: string,
    granted: {
      permissions?: readonly string[];
      scopes?: readonly string[];
      by?: string;
    },
  ): Consent {
    const before = this.of(tenantId);
    const joined = (name: 'permissions' | 'scopes') => [
      ...new Set([...(before?.[name] ?? []), ...(granted[name] ?? [])]),
    ];
    return this.#set(tenantId, {
      permissions: joined('permissions'),
      scopes: joined('scopes'),
      by: granted.by ?? null,
    });
  }

  /** Leaves a tenant with exactly these application permissions. */
  replace(tenantId: string, permissions: readonly string[]): Consent {
    const scopes = this.of(tenantId)?.scopes ?? [];
    return this.#set(tenantId, { permissions, scopes, by: null });
  }

  /** Removes the enterprise application of a tenant; says whether there was one. */
  revoke(tenantId: string): boolean {
    return this.#consents.delete(tenantId.toLowerCase());
  }

  /** Revokes in every tenant. */
  clear(): void {
    this.#consents.clear();
  }

  #set(tenantId: string, consent: Omit<Consent, 'at'>): Consent {
    const dated = { ...consent, at: this.#now().toISOString() };
    this.#consents.set(tenantId.toLowerCase(), dated);
    return dated;
  }
}

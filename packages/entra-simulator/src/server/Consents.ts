import { existsSync, readFileSync, writeFileSync } from 'node:fs';

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

  readonly #file: string | undefined;

  /** @param file - where they are kept for the next start; without one they end with the process */
  constructor(now: () => Date, file?: string) {
    this.#now = now;
    this.#file = file;
    if (file !== undefined && existsSync(file)) {
      const kept: [string, Consent][] = JSON.parse(readFileSync(file, 'utf8'));
      kept.forEach(([tenantId, consent]) =>
        this.#consents.set(tenantId, consent),
      );
    }
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
    const was = this.#consents.delete(tenantId.toLowerCase());
    this.#keep();
    return was;
  }

  /** Revokes in every tenant. */
  clear(): void {
    this.#consents.clear();
    this.#keep();
  }

  #set(tenantId: string, consent: Omit<Consent, 'at'>): Consent {
    const dated = { ...consent, at: this.#now().toISOString() };
    this.#consents.set(tenantId.toLowerCase(), dated);
    this.#keep();
    return dated;
  }

  #keep(): void {
    if (this.#file !== undefined) {
      writeFileSync(this.#file, JSON.stringify([...this.#consents]));
    }
  }
}

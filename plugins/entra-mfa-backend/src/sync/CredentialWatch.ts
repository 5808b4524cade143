import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { dayOf } from '../assess/exceptions/days';
import type { TenantConfig } from '../config/types';
import { readCredentialEnd } from '../credentials/credentialEnd';
import { credentialNames } from '../credentials/explainEnded';

/** Logs that a credential is about to end, once for each warning, and that its files cannot be used. */
export class CredentialWatch {
  readonly #said = new Map<string, string>();

  constructor(
    private readonly options: {
      tenants: readonly TenantConfig[];
      clock: Pick<EntraMfaClock, 'now'>;
      logger: Pick<LoggerService, 'warn'>;
    },
  ) {}

  /** Looks at the credential of a tenant. */
  async look(tenantId: string): Promise<void> {
    const { tenants, clock, logger } = this.options;
    const tenant = tenants.find(one => one.tenantId === tenantId);
    const says = tenant && (await this.#says(tenant, clock.now()));
    if (says && this.#said.get(tenantId) !== says) {
      logger.warn(says);
    }
    this.#said.set(tenantId, says ?? '');
  }

  async #says(tenant: TenantConfig, now: Date): Promise<string | null> {
    const { credential, tenantId } = tenant;
    const end = await readCredentialEnd(credential, now);
    const { endsAt, warning, failure } = end;
    if (failure) {
      return `The files of the credential of tenant ${tenantId} cannot be used: ${failure.setting} ${failure.should}. What was read before is used on until it ends.`;
    }
    if (endsAt === null || warning === null) {
      return null;
    }
    const what = `${credentialNames[credential.kind]} of tenant ${tenantId}`;
    return warning === 0
      ? `${what} ended on ${dayOf(endsAt)}: replace it.`
      : `${what} ends on ${dayOf(
          endsAt,
        )}, within ${warning} days: replace it before.`;
  }
}

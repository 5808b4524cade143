import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { organization } from '../../collectors/organization';
import type { TenantConfig } from '../../config/types';
import { askOnce } from '../../sync/askOnce';
import { graphSourceOf } from '../../sync/graphSourceOf';
import { explainFor } from './explainFor';
import type { ConnectServiceOptions } from './types';

const PATIENCE_MS = 60_000;

/** Consent takes a moment until every server of Microsoft's knows of it. */
const TRIES = 6;
const TRY_AFTER_MS = 2_000;
const mayPass: ReadonlySet<string> = new Set([
  'app-not-found',
  'no-consent',
  'no-permission',
  'token-refused',
]);

/**
 * Null where the tenant answers, and is the one that was asked for.
 *
 * @param tenant - how it would be read
 * @param mostTries - 1 where nothing was consented to just now
 */
export async function tryToRead(
  { config, clock }: Pick<ConnectServiceOptions, 'config' | 'clock'>,
  tenant: TenantConfig,
  mostTries = TRIES,
): Promise<Problem | null> {
  const source = graphSourceOf(tenant, config, clock);
  for (let tries = 1; ; tries += 1) {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await askOnce(source, organization, { signal });
      return null;
    } catch (error) {
      const problem = explainFor(tenant, tenant.tenantId, error);
      if (tries >= mostTries || !mayPass.has(problem.code)) {
        return problem;
      }
      await clock.sleep(TRY_AFTER_MS);
    }
  }
}

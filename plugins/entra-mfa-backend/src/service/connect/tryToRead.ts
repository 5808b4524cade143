import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { organization } from '../../collectors/organization';
import { portalTenantOf } from '../../config/portalTenantOf';
import type { ConnectConfig, KeptSecret } from '../../config/types';
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

/** Null where the tenant answers, and is the one that was asked for. */
export async function tryToRead(
  { config, clock }: Pick<ConnectServiceOptions, 'config' | 'clock'>,
  connect: ConnectConfig,
  tenantId: string,
  kept: KeptSecret | null = null,
): Promise<Problem | null> {
  const kind = kept ? 'reader' : 'consent';
  const settings = {
    tenantId,
    contact: null,
    switchedOff: [],
    kind,
  } as const;
  const source = graphSourceOf(
    portalTenantOf(connect, settings, kept),
    config,
    clock,
  );
  for (let tries = 1; ; tries += 1) {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await askOnce(source, organization, { signal });
      return null;
    } catch (error) {
      const problem = explainFor(connect, tenantId, error);
      if (tries === TRIES || !mayPass.has(problem.code)) {
        return problem;
      }
      await clock.sleep(TRY_AFTER_MS);
    }
  }
}

import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ConnectConfig } from '../../config/types';
import { explain } from '../../graph/explain';

/** What went wrong while a tenant was connected, and what to do about it. */
export function explainFor(
  { clientId }: Pick<ConnectConfig, 'clientId'>,
  tenantId: string,
  error: unknown,
): Problem {
  return explain(error, { tenantId, clientId, collector: null }).problem;
}

import type { TenantRef } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { timeOf } from './timeOf';

/** Whether a tenant is read, or was at a past time: what is not read any more tells nothing of now, but did until then. */
export function isReadAt(
  { disconnectedAt }: TenantRef,
  at: string | undefined,
  now: Date,
): boolean {
  return (
    disconnectedAt === undefined ||
    (at !== undefined && timeOf(at, now) < new Date(disconnectedAt))
  );
}

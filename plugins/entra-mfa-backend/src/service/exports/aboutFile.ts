import type { Snapshot } from '../../store/read/types';
import { staleCauses } from '../staleCauses';
import { readTenantRefs } from '../readTenantRefs';
import type { ReadContext } from '../types';
import type { FileAbout } from './FileAbout';

/**
 * Says what a file is of.
 *
 * @param seen - the time at which it is judged whether what was read was stale
 */
export async function aboutFile(
  context: ReadContext,
  of: {
    tenantId: string | null;
    snapshot: Snapshot | null;
    pastAt: string | null;
    filter: string | null;
    seen: Date;
  },
): Promise<FileAbout> {
  const tenants = await readTenantRefs(context);
  return {
    tenant: tenants.find(({ id }) => id === of.tenantId) ?? null,
    snapshot: of.snapshot,
    pastAt: of.pastAt,
    filter: of.filter,
    stale: staleCauses(context.config, of.snapshot, of.seen).length > 0,
  };
}

import { isFromMethods } from '../isFromMethods';
import { readTenantNames } from '../../store/read/readTenantNames';
import type { Snapshot } from '../../store/asOf/types';
import { staleCauses } from '../../connections/staleCauses';
import type { ReadContext } from '../types';
import type { FileAbout } from './FileAbout';

/**
 * Says what a file is of.
 *
 * @param seen - the time at which it is assessed whether what was read was stale
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
  const { tenantId: id } = of;
  const names = await readTenantNames(context.knex, id === null ? [] : [id]);
  const disconnectedAt = await context.snapshots.disconnectedAt(id);
  return {
    tenant: id === null ? null : { id, name: names.get(id) || id },
    snapshot: of.snapshot,
    pastAt: of.pastAt,
    filter: of.filter,
    stale:
      disconnectedAt !== null ||
      staleCauses(context.config, of.snapshot, of.seen).length > 0,
    fromMethods: of.snapshot !== null && isFromMethods(of.snapshot),
    disconnectedAt,
  };
}

import type { EntraMfaConfig } from '../../config/types';
import type { QueryOf } from '../types';

/** Whether an administrator has listed a picture, so that whoever has its address may see it. */
export function isOpenPicture(
  { pictures, tenants }: Pick<EntraMfaConfig, 'pictures' | 'tenants'>,
  { tenant, team }: QueryOf<'getKpiPicture'>,
): boolean {
  const first = tenants[0]?.tenantId;
  const asked = tenant ?? first;
  return pictures.some(
    listed => listed.team === team && (listed.tenant ?? first) === asked,
  );
}

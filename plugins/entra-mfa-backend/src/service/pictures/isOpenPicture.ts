import type { EntraMfaConfig, OpenPicture } from '../../config/types';
import type { QueryOf } from '../types';

type Listing = Pick<EntraMfaConfig, 'pictures' | 'tenants'>;

function isListed(
  { pictures, tenants }: Listing,
  tenant: string | undefined,
  isOf: (listed: OpenPicture) => boolean,
): boolean {
  const first = tenants[0]?.tenantId;
  const asked = tenant ?? first;
  return pictures.some(
    listed => isOf(listed) && (listed.tenant ?? first) === asked,
  );
}

/** Whether an administrator has listed a picture of a figure, so that whoever has its address may see it. */
export const isOpenPicture = (
  config: Listing,
  { tenant, team }: QueryOf<'getKpiPicture'>,
): boolean => isListed(config, tenant, listed => listed.team === team);

/** The same of a picture of a control. */
export const isOpenControl = (
  config: Listing,
  { tenant, control }: QueryOf<'getControlPicture'>,
): boolean => isListed(config, tenant, listed => listed.control === control);
